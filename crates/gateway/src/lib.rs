//! Sockets and HTTP for terminals, and what is said back to them.
