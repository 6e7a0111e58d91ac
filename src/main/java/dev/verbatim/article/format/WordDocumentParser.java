package dev.verbatim.article.format;

import dev.verbatim.article.format.ZippedXml.Attributes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A parser of Word's files (`.docx`): paragraphs, headings by their styles, lists with their
/// numbers, tables, and footnotes below their paragraphs. Deleted and hidden words, comments, heads
/// and feet of pages are no text.
final class WordDocumentParser {

    private static final Set<String> OMITTED =
            Set.of("del", "moveFrom", "Fallback", "pPrChange", "rPrChange");
    private static final int MAX_LEVELS = 9;

    private final ZippedXml file;
    private final DocumentText document = new DocumentText();
    private final Map<String, String> styles = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final Numbering numbering = new Numbering();

    private WordDocumentParser(ZippedXml file) {
        this.file = file;
    }

    static ParsedBody parse(byte[] bytes) throws ArticleFormatException {
        checkNotEncrypted(bytes);
        ZippedXml file =
                ZippedXml.unpack(
                        bytes,
                        name ->
                                (name.startsWith("word/") && name.endsWith(".xml"))
                                        || name.equals("docProps/core.xml"));
        return new WordDocumentParser(file).parse();
    }

    // Encrypted files, and those of old Word, begin with the mark of OLE.
    private static void checkNotEncrypted(byte[] bytes) throws ArticleFormatException {
        if (bytes.length > 4 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF) {
            throw new ArticleFormatException(
                    "is encrypted, or an old .doc file", "Save it without a password, as .docx");
        }
    }

    private ParsedBody parse() throws ArticleFormatException {
        if (!file.has("word/document.xml")) {
            throw ZippedXml.damaged();
        }
        file.read("word/styles.xml", new Styles());
        file.read("word/numbering.xml", numbering);
        file.read("word/footnotes.xml", new Text(true));
        file.read("word/endnotes.xml", new Text(true));
        file.read("word/document.xml", new Text(false));
        return document.body(DocumentText.facts(DublinCore.read(file, "docProps/core.xml")));
    }

    /// The names of the styles, which are English whatever language Word speaks.
    private final class Styles implements ZippedXml.Handler {

        private String id = "";

        @Override
        public void start(String element, Attributes attributes) {
            if (element.equals("style")) {
                id = attributes.get("styleId", "");
            } else if (element.equals("name")) {
                styles.putIfAbsent(id, attributes.get("val", "").toLowerCase(Locale.ROOT));
            }
        }
    }

    /// The kinds of numbers that lists have, and how far they have come.
    private static final class Numbering implements ZippedXml.Handler {

        private final Map<String, String> formats = new HashMap<>();
        private final Map<String, String> abstracts = new HashMap<>();
        private final Map<String, Integer> counters = new HashMap<>();
        private String list = "";
        private String level = "";

        @Override
        public void start(String element, Attributes attributes) {
            switch (element) {
                case "abstractNum" -> list = "a" + attributes.get("abstractNumId", "");
                case "num" -> list = attributes.get("numId", "");
                case "abstractNumId" -> abstracts.put(list, "a" + attributes.get("val", ""));
                case "lvl" -> level = attributes.get("ilvl", "");
                case "numFmt" -> formats.putIfAbsent(list + "/" + level, attributes.get("val", ""));
                default -> {}
            }
        }

        /// The number of the next item, with its dot; empty for a bullet.
        String next(String list, int level) {
            String format =
                    formats.getOrDefault(
                            abstracts.getOrDefault(list, list) + "/" + level, "bullet");
            for (int below = level + 1; below < MAX_LEVELS; below++) {
                counters.remove(list + "/" + below);
            }
            int number = counters.merge(list + "/" + level, 1, Integer::sum);
            return format.equals("bullet") || format.equals("none") ? "" : number + ".";
        }
    }

    /// The text of the document, or of its notes.
    private final class Text implements ZippedXml.Handler {

        private final boolean ofNotes;
        private final StringBuilder words = new StringBuilder();
        private final StringBuilder note = new StringBuilder();
        private int omitted;
        private boolean inText;
        private boolean hidden;
        private String style = "";
        private String list = "";
        private int level;
        private boolean outlined;

        Text(boolean ofNotes) {
            this.ofNotes = ofNotes;
        }

        @Override
        public void start(String element, Attributes attributes) {
            if (omitted > 0 || OMITTED.contains(element)) {
                omitted++;
                return;
            }
            switch (element) {
                case "p" -> startParagraph();
                case "pStyle" -> style = attributes.get("val", "");
                case "numId" -> list = attributes.get("val", "");
                case "ilvl" -> level = level(attributes);
                case "outlineLvl" -> outlined = level(attributes) < MAX_LEVELS;
                case "r" -> hidden = false;
                case "vanish" -> hidden = !attributes.get("val", "1").equals("0");
                case "t" -> inText = true;
                case "tab" -> append(" ");
                case "br", "cr" -> append(attributes.get("type", "").isEmpty() ? "\n" : "");
                case "noBreakHyphen" -> append("\u2011");
                case "footnote", "endnote" -> note.setLength(0);
                case "footnoteReference", "endnoteReference" -> addNote(element, attributes);
                case "tbl" -> document.startTable();
                case "tr" -> document.startRow();
                default -> {}
            }
            if (ofNotes && (element.equals("footnote") || element.equals("endnote"))) {
                list = element + attributes.get("id", "");
            }
        }

        private static int level(Attributes attributes) {
            String value = attributes.get("val", "0");
            return value.length() == 1 && Character.isDigit(value.charAt(0))
                    ? value.charAt(0) - '0'
                    : MAX_LEVELS;
        }

        private void startParagraph() {
            if (!ofNotes) {
                words.setLength(0);
                list = "";
            }
            style = "";
            level = 0;
            outlined = false;
        }

        private void append(String text) {
            (ofNotes ? note : words).append(text);
        }

        private void addNote(String element, Attributes attributes) {
            String key = element.replace("Reference", "") + attributes.get("id", "");
            document.addNote(notes.getOrDefault(key, ""));
        }

        @Override
        public void text(String text) {
            if (inText && omitted == 0 && !hidden) {
                append(text);
            }
        }

        @Override
        public void end(String element) throws ArticleFormatException {
            if (omitted > 0) {
                omitted--;
                return;
            }
            switch (element) {
                case "t" -> inText = false;
                case "p" -> endParagraph();
                case "footnote", "endnote" -> notes.put(list, note.toString());
                case "tc" -> document.endCell();
                case "tbl" -> document.endTable();
                default -> {}
            }
        }

        private void endParagraph() {
            if (ofNotes) {
                append(" ");
                return;
            }
            String name = styles.getOrDefault(style, style.toLowerCase(Locale.ROOT));
            if (name.equals("title")) {
                document.addTitle(words.toString());
                document.addHeading(words.toString());
            } else if (name.startsWith("heading") || outlined) {
                document.addHeading(words.toString());
            } else if (list.isEmpty() || list.equals("0")) {
                document.addParagraph(words.toString());
            } else {
                document.addItem(numbering.next(list, level), level, words.toString());
            }
            words.setLength(0);
        }
    }
}
