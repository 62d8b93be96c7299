//! The templates: those built in, and an office's own copies, which win.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use typst::{
    foundations::Bytes,
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::Font,
};

use crate::LetterError;

/// How a template file ends.
const TEMPLATE_ENDING: &str = ".typ";
/// Files that a template may show.
const PICTURES: [&str; 4] = ["png", "jpg", "jpeg", "svg"];
/// Fonts that a template may name.
const FONTS: [&str; 2] = ["ttf", "otf"];
/// An office's crest is the picture of this name, with one of the endings of [`PICTURES`].
const CREST: &str = "lambang";
/// Largest file taken from an office's folder, in bytes: a crest or a font, not a film.
const FILE_BYTES_MAX: u64 = 4 * 1024 * 1024;
/// Most files looked at in an office's folder.
const FILES_MAX: usize = 200;

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../content/letters/", $name)))),*]
    };
}

/// What is built in, by file name. A new template is one line here and one file there.
const BUILT_IN: [(&str, &str); 13] = built_in![
    "berita-acara.typ",
    "cuti-keputusan.typ",
    "cuti-permohonan.typ",
    "daftar.typ",
    "hukuman.typ",
    "keadaan-luar-biasa.typ",
    "kop.typ",
    "laporan-hasil-pemeriksaan.typ",
    "panggilan.typ",
    "pemberitahuan-dini.typ",
    "slip.typ",
    "sptjm.typ",
    "tanda-terima.typ",
];

/// Templates, pictures and fonts, all in memory: setting a letter opens no file.
#[derive(Clone, Debug)]
pub struct Templates {
    files: BTreeMap<String, File>,
    fonts: Vec<Font>,
    crest: Option<String>,
}

/// One file that a template can reach.
#[derive(Clone, Debug)]
enum File {
    Text { source: Source, origin: Origin },
    Picture(Bytes),
}

/// Where a template came from: decides what an error advises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    BuiltIn,
    Office,
}

impl Templates {
    /// The templates of the binary.
    #[must_use]
    pub fn built_in() -> Self {
        let mut templates = Self { files: BTreeMap::new(), fonts: Vec::new(), crest: None };
        for (name, text) in BUILT_IN {
            templates.add_text(name, text.to_owned(), Origin::BuiltIn);
        }
        templates
    }

    /// The templates of the binary, and over them those of an office's folder.
    ///
    /// Taken are `*.typ`, pictures (`lambang.png` or `lambang.svg` is the crest) and fonts that lie
    /// in the folder itself. Folders below it, links and other files are left alone, so nothing
    /// outside the folder can get into a letter.
    ///
    /// # Errors
    /// When the folder or a file cannot be read, or a file is too large or not what its name says.
    pub fn with_folder(folder: &Path) -> Result<Self, LetterError> {
        let mut templates = Self::built_in();
        for path in files_of(folder)? {
            templates.add_file(&path)?;
        }
        Ok(templates)
    }

    /// Names that can be set, without `.typ`, in order; `kop` is a part of the others and not one.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter_map(|(name, file)| match file {
            File::Text { .. } => name.strip_suffix(TEMPLATE_ENDING).filter(|name| *name != "kop"),
            File::Picture(_) => None,
        })
    }

    /// File name of the office's crest.
    pub(crate) fn crest(&self) -> Option<&str> {
        self.crest.as_deref()
    }

    /// The office's own fonts.
    pub(crate) fn fonts(&self) -> &[Font] {
        &self.fonts
    }

    /// The template of this name, given without `.typ`.
    pub(crate) fn main(&self, name: &str) -> Result<FileId, LetterError> {
        self.names().find(|known| *known == name).map_or_else(
            || {
                Err(LetterError::UnknownTemplate {
                    name: name.to_owned(),
                    known: self.names().map(str::to_owned).collect(),
                })
            },
            |name| Ok(file_id(&format!("{name}{TEMPLATE_ENDING}"))),
        )
    }

    pub(crate) fn source(&self, name: &str) -> Option<Source> {
        match self.files.get(name)? {
            File::Text { source, .. } => Some(source.clone()),
            File::Picture(_) => None,
        }
    }

    pub(crate) fn bytes(&self, name: &str) -> Option<Bytes> {
        match self.files.get(name)? {
            File::Text { source, .. } => Some(Bytes::from_string(source.clone())),
            File::Picture(bytes) => Some(bytes.clone()),
        }
    }

    pub(crate) fn origin(&self, name: &str) -> Option<Origin> {
        match self.files.get(name)? {
            File::Text { origin, .. } => Some(*origin),
            File::Picture(_) => Some(Origin::Office),
        }
    }

    fn add_text(&mut self, name: &str, text: String, origin: Origin) {
        let source = Source::new(file_id(name), text);
        self.files.insert(name.to_owned(), File::Text { source, origin });
    }

    fn add_file(&mut self, path: &Path) -> Result<(), LetterError> {
        let bad = |reason| LetterError::BadFile { path: path.to_owned(), reason };
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Ok(()) };
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let (is_picture, is_font) = (PICTURES.contains(&ending), FONTS.contains(&ending));
        if !is_picture && !is_font && !name.ends_with(TEMPLATE_ENDING) {
            return Ok(());
        }
        let unreadable = |source| LetterError::Unreadable { path: path.to_owned(), source };
        if fs::metadata(path).map_err(unreadable)?.len() > FILE_BYTES_MAX {
            return Err(bad("is larger than 4 MB; make it smaller"));
        }
        let bytes = fs::read(path).map_err(unreadable)?;
        if is_font {
            let mut fonts = Font::iter(Bytes::new(bytes)).peekable();
            fonts.peek().ok_or_else(|| bad("is no font; remove it"))?;
            self.fonts.extend(fonts);
        } else if is_picture {
            if path.file_stem().is_some_and(|stem| stem == CREST) {
                self.crest = Some(name.to_owned());
            }
            self.files.insert(name.to_owned(), File::Picture(Bytes::new(bytes)));
        } else {
            let text =
                String::from_utf8(bytes).map_err(|_| bad("is not UTF-8; save it as UTF-8"))?;
            self.add_text(name, text, Origin::Office);
        }
        Ok(())
    }
}

/// The files of a folder by name, no links, nothing below.
fn files_of(folder: &Path) -> Result<Vec<PathBuf>, LetterError> {
    let unreadable = |source| LetterError::Unreadable { path: folder.to_owned(), source };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        if entry.file_type().map_err(unreadable)?.is_file() {
            paths.push(entry.path());
        }
        if paths.len() > FILES_MAX {
            let reason = "has more than 200 files; keep only templates, pictures and fonts in it";
            return Err(LetterError::BadFile { path: folder.to_owned(), reason });
        }
    }
    paths.sort();
    Ok(paths)
}

/// The name of a file as the typesetter knows it.
pub(crate) fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a file name holds no way out of its folder");
    RootedPath::new(VirtualRoot::Project, path).intern()
}
