//! What surrounds the words of a DOCX file: its parts, styles, properties, and the archive that holds them. Pure.
//!
//! The same words are the same bytes: no part carries another time than the report's.

use super::xml::Doc;
use crate::report::ExportError;
use crate::report::xml::escaped;
use chrono::{DateTime, SecondsFormat, Utc};
use std::fmt::Write;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime as ZipTime, ZipWriter};

/// The name spaces that the parts use.
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// What a file says of itself.
pub struct Properties {
    pub title: String,
    pub by: String,
    pub about: String,
    pub tool: String,
    pub made_at: DateTime<Utc>,
    /// Language of the words around the article.
    pub language: String,
    /// Language of the article, where it is known.
    pub article_language: Option<String>,
    /// Whether the document as a whole is written from right to left.
    pub rtl: bool,
}

/// The file.
pub fn file(doc: &Doc, properties: &Properties) -> Result<Vec<u8>, ExportError> {
    let failed = |e: &dyn std::fmt::Display| ExportError(e.to_string());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(ZipTime::default());
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations()),
        ("docProps/core.xml", core(properties)),
        ("docProps/app.xml", app(properties)),
        ("word/document.xml", document(doc, properties)),
        ("word/_rels/document.xml.rels", document_relations(doc)),
        ("word/styles.xml", styles(properties)),
        ("word/settings.xml", settings()),
        ("word/numbering.xml", numbering()),
        ("word/comments.xml", format!("{HEAD}<w:comments {SPACES}>{}</w:comments>", doc.comments)),
        ("word/footer1.xml", footer(properties)),
    ];
    for (name, part) in parts {
        archive.start_file(name, options).map_err(|e| failed(&e))?;
        archive.write_all(part.as_bytes()).map_err(|e| failed(&e))?;
    }
    Ok(archive.finish().map_err(|e| failed(&e))?.into_inner())
}

fn content_types() -> String {
    let mut out = format!("{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    out.push_str("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    out.push_str("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    for (part, kind) in [
        ("/word/document.xml", format!("{WORD}.document.main+xml")),
        ("/word/styles.xml", format!("{WORD}.styles+xml")),
        ("/word/settings.xml", format!("{WORD}.settings+xml")),
        ("/word/numbering.xml", format!("{WORD}.numbering+xml")),
        ("/word/comments.xml", format!("{WORD}.comments+xml")),
        ("/word/footer1.xml", format!("{WORD}.footer+xml")),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned()),
    ] {
        let _ = write!(out, "<Override PartName=\"{part}\" ContentType=\"{kind}\"/>");
    }
    out + "</Types>"
}

fn relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"document\" Type=\"{RELATION}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"core\" Type=\"{core}\" Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"app\" Type=\"{RELATION}/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>"
    )
}

fn document_relations(doc: &Doc) -> String {
    let mut out = format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for name in ["styles", "settings", "numbering", "comments"] {
        let _ = write!(out, "<Relationship Id=\"{name}\" Type=\"{RELATION}/{name}\" Target=\"{name}.xml\"/>");
    }
    let _ = write!(out, "<Relationship Id=\"footer\" Type=\"{RELATION}/footer\" Target=\"footer1.xml\"/>");
    for (address, id) in &doc.links {
        let address = escaped(address);
        let _ = write!(out, "<Relationship Id=\"link{id}\" Type=\"{RELATION}/hyperlink\" Target=\"{address}\" TargetMode=\"External\"/>");
    }
    out + "</Relationships>"
}

fn core(p: &Properties) -> String {
    let at = p.made_at.to_rfc3339_opts(SecondsFormat::Secs, true);
    // The window in which Word shows these takes no more.
    let short = |text: &str| escaped(&text.chars().take(255).collect::<String>()).into_owned();
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
         <dc:description>{}</dc:description><dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:modified>\
         </cp:coreProperties>",
        short(&p.title),
        short(&p.by),
        short(&p.about),
        escaped(&p.language)
    )
}

fn app(p: &Properties) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    format!("{HEAD}<Properties xmlns=\"{kind}\"><Application>{}</Application></Properties>", escaped(&p.tool))
}

fn document(doc: &Doc, p: &Properties) -> String {
    let bidi = if p.rtl { "<w:bidi/>" } else { "" };
    format!(
        "{HEAD}<w:document {SPACES}><w:body>{}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1304\" w:right=\"1304\" w:bottom=\"1304\" w:left=\"1304\" w:header=\"680\" w:footer=\"624\" w:gutter=\"0\"/>\
         {bidi}</w:sectPr></w:body></w:document>",
        doc.body
    )
}

fn footer(p: &Properties) -> String {
    let field = |name: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let mut title: String = p.title.chars().take(80).collect();
    if title.len() < p.title.len() {
        title.push('…');
    }
    format!(
        "{HEAD}<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t><w:tab/></w:r>{}\
         <w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{}</w:p></w:ftr>",
        escaped(&title),
        field("PAGE"),
        field("NUMPAGES")
    )
}

fn settings() -> String {
    let compat = "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>";
    format!(
        "{HEAD}<w:settings {SPACES}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"567\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>{compat}</w:settings>"
    )
}

fn numbering() -> String {
    format!(
        "{HEAD}<w:numbering {SPACES}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"340\" w:hanging=\"340\"/></w:pPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

/// How paragraphs, words and tables look; `WORDS` and `ARTICLE` stand for the languages.
const STYLES: &str = include_str!("styles.xml");

fn styles(p: &Properties) -> String {
    let article = p.article_language.as_deref().map(language).unwrap_or_default();
    STYLES.replace("WORDS", &language(&p.language)).replace("ARTICLE", &article)
}

/// The language of a text, for every kind of script.
fn language(code: &str) -> String {
    let code = escaped(code);
    format!("<w:lang w:val=\"{code}\" w:eastAsia=\"{code}\" w:bidi=\"{code}\"/>")
}
