//! What attendance terminals say, turned into values. No sockets, no clock.
