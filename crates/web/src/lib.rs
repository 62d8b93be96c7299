//! Routes, pages, templates, styles and scripts.
