//! Columns and tables: the same for web, text, CSV and print.
