//! The files that are written from tables, read back by other programs.

mod bank;
mod libreoffice;
mod read_back;
mod samples;
mod snapshots;
mod totals;
mod workbook;
