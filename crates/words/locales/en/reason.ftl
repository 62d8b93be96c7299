### Why a line is in quarantine, by its code.

reason-before-2005 = its year is before 2005: the terminal clock was reset
reason-ahead-of-server = more than 24 hours ahead of the server
reason-impossible-date = this date does not exist
reason-nul-bytes = the line holds empty bytes
reason-not-a-record = not a scan line
reason-no-pin = no PIN
reason-pin-too-long = the PIN is too long
reason-unreadable-pin = the PIN cannot be read
reason-no-time = no time
reason-unreadable-time = the time cannot be read
reason-no-code = no code
reason-too-many-bad-lines = this and the bad lines after it are too many to be listed one by one; what was sent is kept
