//! What a file is by its content, whatever its name says, without what it tells about its sender.

use img_parts::{
    jpeg::{Jpeg, JpegSegment, markers},
    png::Png,
};
use serde::{Deserialize, Serialize};

use super::{PROOF_BYTES_MAX, ProofFault};

/// How far from the end the mark of a PDF's end may stand: programs append to it.
const PDF_TAIL_BYTES: usize = 2_048;

/// Bytes of the JFIF segment of a JPEG without a thumbnail.
const JFIF_BYTES: usize = 14;

/// What a proof is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProofKind {
    /// A photograph.
    Jpeg,
    /// A picture.
    Png,
    /// A document.
    Pdf,
}

impl ProofKind {
    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
        }
    }
}

/// What the bytes are, and what of them may be kept.
///
/// # Errors
///
/// Why they cannot be taken, and what to do.
pub(super) fn look_at(bytes: Vec<u8>) -> Result<(ProofKind, Vec<u8>), ProofFault> {
    if bytes.is_empty() {
        return Err(ProofFault::Empty);
    }
    if bytes.len() > PROOF_BYTES_MAX {
        return Err(ProofFault::TooLarge);
    }
    if bytes.starts_with(b"%PDF-") {
        return pdf(bytes);
    }
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return jpeg(bytes);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return png(bytes);
    }
    Err(ProofFault::OtherKind)
}

/// A PDF is kept as it came, because it may be signed; one that does something when it is opened is
/// not taken.
fn pdf(bytes: Vec<u8>) -> Result<(ProofKind, Vec<u8>), ProofFault> {
    let tail = bytes.get(bytes.len().saturating_sub(PDF_TAIL_BYTES)..).unwrap_or_default();
    if !contains(tail, b"%%EOF") {
        return Err(ProofFault::CutOff);
    }
    let active: [&[u8]; 3] = [b"/JavaScript", b"/Launch", b"/EmbeddedFile"];
    if active.iter().any(|word| contains(&bytes, word)) {
        return Err(ProofFault::Active);
    }
    Ok((ProofKind::Pdf, bytes))
}

/// Whether a segment of a JPEG says how to show it. Others, such as EXIF with the place where the
/// phone was, comments and thumbnails, are left out.
fn is_needed(segment: &JpegSegment) -> bool {
    const APPS: std::ops::RangeInclusive<u8> = markers::APP0..=markers::APP15;
    match segment.marker() {
        // Longer, it holds a thumbnail.
        markers::APP0 => {
            segment.contents().starts_with(b"JFIF\0") && segment.contents().len() == JFIF_BYTES
        }
        markers::APP2 => segment.contents().starts_with(b"ICC_PROFILE\0"),
        // Adobe's, without which colours are read otherwise.
        markers::APP14 => true,
        markers::COM => false,
        other => !APPS.contains(&other),
    }
}

fn jpeg(bytes: Vec<u8>) -> Result<(ProofKind, Vec<u8>), ProofFault> {
    let mut image = Jpeg::from_bytes(bytes.into()).map_err(|_| ProofFault::Unreadable)?;
    if !image.segments().iter().any(|segment| segment.marker() == markers::SOS) {
        return Err(ProofFault::Unreadable);
    }
    image.segments_mut().retain(is_needed);
    Ok((ProofKind::Jpeg, image.encoder().bytes().to_vec()))
}

fn png(bytes: Vec<u8>) -> Result<(ProofKind, Vec<u8>), ProofFault> {
    /// Chunks that carry words or dates and no picture.
    const TOLD: [[u8; 4]; 5] = [*b"eXIf", *b"tEXt", *b"zTXt", *b"iTXt", *b"tIME"];
    let mut image = Png::from_bytes(bytes.into()).map_err(|_| ProofFault::Unreadable)?;
    let has = |image: &Png, kind: [u8; 4]| image.chunks().iter().any(|chunk| chunk.kind() == kind);
    if !has(&image, *b"IHDR") || !has(&image, *b"IDAT") {
        return Err(ProofFault::Unreadable);
    }
    image.chunks_mut().retain(|chunk| !TOLD.contains(&chunk.kind()));
    Ok((ProofKind::Png, image.encoder().bytes().to_vec()))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PNG of one pixel, then a note of who took it.
    fn png_with_text() -> Vec<u8> {
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        for (kind, data) in [
            (b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0][..]),
            (b"tEXt", b"GPS -6.56,106.25"),
            (b"IDAT", &[0x78, 0x9c, 0x63, 0, 0, 0, 2, 0, 1]),
            (b"IEND", b""),
        ] {
            let chunk = img_parts::png::PngChunk::new(*kind, data.to_vec().into());
            png.extend(chunk.encoder().bytes());
        }
        png
    }

    fn jpeg_with_exif() -> Vec<u8> {
        let mut jpeg = vec![0xFF, 0xD8];
        let mut segment = |marker: u8, data: &[u8]| {
            jpeg.extend([0xFF, marker]);
            jpeg.extend(u16::try_from(data.len() + 2).unwrap().to_be_bytes());
            jpeg.extend(data);
        };
        segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
        segment(0xE1, b"Exif\0\0GPS -6.56,106.25");
        segment(0xFE, b"taken by Siti");
        segment(0xDB, &[0; 65]);
        segment(0xDA, &[1, 1, 0, 0, 63, 0]);
        jpeg.extend([0x12, 0x34, 0xFF, 0xD9]);
        jpeg
    }

    #[test]
    fn pictures_lose_what_they_tell_about_their_sender() {
        let (kind, kept) = look_at(png_with_text()).unwrap();
        assert_eq!(kind, ProofKind::Png);
        assert!(!contains(&kept, b"GPS") && contains(&kept, b"IDAT"));
        let (kind, kept) = look_at(jpeg_with_exif()).unwrap();
        assert_eq!(kind, ProofKind::Jpeg);
        assert!(!contains(&kept, b"GPS") && !contains(&kept, b"Siti"));
        assert!(contains(&kept, b"JFIF") && contains(&kept, &[0x12, 0x34]), "the picture stays");
    }

    #[test]
    fn a_file_is_what_its_content_says() {
        let plain = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n".to_vec();
        assert_eq!(look_at(plain.clone()), Ok((ProofKind::Pdf, plain.clone())));
        let with = |part: &[u8]| [b"%PDF-1.7\n", part, b"\n%%EOF"].concat();
        for bytes in [
            Vec::new(),
            vec![0; PROOF_BYTES_MAX + 1],
            b"MZ\x90\0 a program".to_vec(),
            b"<html><script>alert(1)</script>".to_vec(),
            b"PK\x03\x04 a workbook".to_vec(),
            b"GIF89a".to_vec(),
            plain[..20].to_vec(),
            with(b"/JavaScript (x)"),
            with(b"/Launch"),
            png_with_text()[..20].to_vec(),
            vec![0xFF, 0xD8, 0xFF, 0xE1],
            vec![0xFF, 0xD8, 0xFF, 0xD9],
        ] {
            assert!(look_at(bytes.clone()).is_err(), "{}", bytes.escape_ascii());
        }
    }

    proptest::proptest! {
        #[test]
        fn damaged_files_are_refused_or_kept_clean(
            which in 0_usize..3,
            changes in proptest::collection::vec((0_usize..200, 0_u8..), 0..8),
            cut in 0_usize..250,
        ) {
            let pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n".to_vec();
            let mut bytes = [pdf, png_with_text(), jpeg_with_exif()][which].clone();
            for (place, value) in changes {
                if let Some(byte) = bytes.get_mut(place) {
                    *byte = value;
                }
            }
            bytes.truncate(cut.max(1));
            if let Ok((kind, kept)) = look_at(bytes) {
                if kind == ProofKind::Jpeg {
                    let image = Jpeg::from_bytes(kept.clone().into()).unwrap();
                    proptest::prop_assert!(image.segments().iter().all(is_needed));
                }
                proptest::prop_assert_eq!(look_at(kept.clone()), Ok((kind, kept)), "kept as it is");
            }
        }
    }
}
