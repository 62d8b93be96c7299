//! Several files as one: each keeps its pages as they are, below one root, with a bookmark.

use jiff::civil::Date;
use lopdf::{Bookmark, Dictionary, Document, Object, dictionary, text_string};

/// One part of a book.
pub(super) struct Part {
    /// What its bookmark says; a part that goes on with the one before has none.
    pub(super) bookmark: Option<String>,
    /// A PDF.
    pub(super) bytes: Vec<u8>,
}

/// The parts as one file. The same parts give the same bytes.
pub(super) fn join(
    parts: impl Iterator<Item = Part>,
    digest: &str,
    date: Option<Date>,
) -> Result<Vec<u8>, lopdf::Error> {
    let mut book = Document::with_version("1.7");
    let root = book.new_object_id();
    let mut kids = Vec::new();
    let mut pages: i64 = 0;
    for Part { bookmark, bytes } in parts {
        let mut part = Document::load_mem(&bytes)?;
        // They are in `part` now, and many parts are in memory together.
        drop(bytes);
        part.renumber_objects_with(book.max_id + 1);
        let tree = part.catalog()?.get(b"Pages")?.as_reference()?;
        if let (Some(title), Some(first)) = (bookmark, part.page_iter().next()) {
            book.add_bookmark(Bookmark::new(title, [0.0; 3], 0, first), None);
        }
        let node = part.get_dictionary_mut(tree)?;
        pages += node.get(b"Count")?.as_i64()?;
        node.set("Parent", root);
        kids.push(Object::Reference(tree));
        book.max_id = part.max_id;
        book.objects.extend(part.objects);
    }
    let tree = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => pages };
    book.objects.insert(root, Object::Dictionary(tree));
    let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => root };
    if let Some(outline) = book.build_outline() {
        catalog.set("Outlines", outline);
    }
    let catalog = book.add_object(catalog);
    book.trailer.set("Root", catalog);
    let info = book.add_object(info(date));
    book.trailer.set("Info", info);
    let ident = Object::string_literal(digest);
    book.trailer.set("ID", vec![ident.clone(), ident]);
    // The catalogs and the other ends of the parts lead nowhere now.
    book.prune_objects();
    let mut bytes = Vec::new();
    book.save_to(&mut bytes).map_err(lopdf::Error::IO)?;
    Ok(bytes)
}

fn info(date: Option<Date>) -> Dictionary {
    let mut info = dictionary! { "Creator" => text_string("Abdi") };
    if let Some(date) = date {
        let day = format!("D:{:04}{:02}{:02}", date.year(), date.month(), date.day());
        info.set("CreationDate", text_string(&day));
    }
    info
}
