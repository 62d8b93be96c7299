//! What is kept, as traits; an in-memory store; and the story every store must pass.
