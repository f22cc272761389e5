//! Pictures of pixels, and the drawings that some programs put into them.

use super::foreign::Foreign;

/// What the picture `bytes` is; `None` where it is none.
pub(super) fn recognise(bytes: &[u8]) -> Option<Foreign> {
    const MARKS: [&[u8]; 6] =
        [b"\xFF\xD8\xFF", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\x00\x00\x01\x00"];
    if let Some(chunks) = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") {
        return Some(drawing_in(chunks).unwrap_or(Foreign::Picture));
    }
    let is_web = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let is_bitmap = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
    (is_web || is_bitmap || MARKS.iter().any(|mark| bytes.starts_with(mark))).then_some(Foreign::Picture)
}

/// The drawing that a PNG carries in a text before its pixels.
fn drawing_in(mut chunks: &[u8]) -> Option<Foreign> {
    while let [a, b, c, d, kind @ ..] = chunks {
        let length = usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).ok()?;
        let (kind, rest) = kind.split_at_checked(4)?;
        let content = rest.get(..length)?;
        if matches!(kind, b"tEXt" | b"zTXt" | b"iTXt") {
            let key = content.split(|byte| *byte == 0).next().unwrap_or_default();
            match key {
                b"mxfile" | b"mxGraphModel" => return Some(Foreign::DrawIo),
                b"application/vnd.excalidraw+json" => return Some(Foreign::Excalidraw),
                _ => {}
            }
        }
        // After the content comes a check sum.
        chunks = rest.get(length + 4..)?;
    }
    None
}
