package dev.verbatim.article.format;

import dev.verbatim.article.format.ZippedXml.Attributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A parser of OpenDocument texts (`.odt`): paragraphs, headings, lists with their numbers, tables,
/// and notes below their paragraphs. Tracked changes and comments are no text.
final class OpenDocumentParser implements ZippedXml.Handler {

    private static final Set<String> OMITTED =
            Set.of(
                    "tracked-changes",
                    "annotation",
                    "note-citation",
                    "table-of-content",
                    "sequence-decls");

    private final DocumentText document = new DocumentText();
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> numberedLists = new HashSet<>();
    private final Deque<Integer> numbers = new ArrayDeque<>();
    private final Deque<StringBuilder> texts = new ArrayDeque<>();
    private String list = "";
    private String listStyle = "";
    private String style = "";
    private boolean startsItem;
    private int omitted;
    private final StringBuilder note = new StringBuilder();

    private OpenDocumentParser() {}

    static ParsedBody parse(byte[] bytes) throws ArticleFormatException {
        ZippedXml file =
                ZippedXml.unpack(
                        bytes,
                        name ->
                                Set.of(
                                                "content.xml",
                                                "styles.xml",
                                                "meta.xml",
                                                "META-INF/manifest.xml")
                                        .contains(name));
        checkNotEncrypted(file);
        if (!file.has("content.xml")) {
            throw ZippedXml.damaged();
        }
        var parser = new OpenDocumentParser();
        file.read("styles.xml", parser.new Styles());
        file.read("content.xml", parser);
        return parser.document.body(DocumentText.facts(DublinCore.read(file, "meta.xml")));
    }

    private static void checkNotEncrypted(ZippedXml file) throws ArticleFormatException {
        var encrypted = new boolean[1];
        file.read(
                "META-INF/manifest.xml",
                new ZippedXml.Handler() {
                    @Override
                    public void start(String element, Attributes attributes) {
                        encrypted[0] |= element.equals("encryption-data");
                    }
                });
        if (encrypted[0]) {
            throw new ArticleFormatException("is encrypted", "Save it without a password");
        }
    }

    private final class Styles implements ZippedXml.Handler {

        @Override
        public void start(String element, Attributes attributes) {
            addStyle(element, attributes);
        }
    }

    private void addStyle(String element, Attributes attributes) {
        switch (element) {
            case "style" ->
                    parents.put(
                            attributes.get("name", ""), attributes.get("parent-style-name", ""));
            case "list-style" -> listStyle = attributes.get("name", "");
            case "list-level-style-number" ->
                    numberedLists.add(listStyle + "/" + attributes.get("level", "1"));
            default -> {}
        }
    }

    @Override
    public void start(String element, Attributes attributes) {
        if (omitted > 0 || OMITTED.contains(element)) {
            omitted++;
            return;
        }
        addStyle(element, attributes);
        switch (element) {
            case "p", "h" -> {
                texts.push(new StringBuilder());
                style = attributes.get("style-name", "");
            }
            case "s" -> append(" ");
            case "tab" -> append(" ");
            case "line-break" -> append("\n");
            case "note" -> note.setLength(0);
            case "list" -> {
                list = numbers.isEmpty() ? attributes.get("style-name", "") : list;
                numbers.push(0);
            }
            case "list-item" -> {
                startsItem = true;
                numbers.push(numbers.isEmpty() ? 1 : numbers.pop() + 1);
            }
            case "table" -> document.startTable();
            case "table-row" -> document.startRow();
            default -> {}
        }
    }

    private void append(String text) {
        if (!texts.isEmpty()) {
            texts.peek().append(text);
        }
    }

    @Override
    public void text(String text) {
        if (omitted == 0) {
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
            case "p", "h" -> endParagraph(element.equals("h"), texts.pop().toString());
            case "note" -> document.addNote(note.toString());
            case "list" -> numbers.poll();
            case "table-cell" -> document.endCell();
            case "table" -> document.endTable();
            default -> {}
        }
    }

    private void endParagraph(boolean heading, String words) {
        if (!texts.isEmpty()) {
            note.append(words).append(' ');
        } else if (isTitle()) {
            document.addTitle(words);
            document.addHeading(words);
        } else if (heading) {
            document.addHeading(words);
        } else if (numbers.isEmpty()) {
            document.addParagraph(words);
        } else {
            int level = numbers.size();
            boolean numbered = startsItem && numberedLists.contains(list + "/" + level);
            document.addItem(numbered ? numbers.peek() + "." : "", level - 1, words);
            startsItem = false;
        }
    }

    private boolean isTitle() {
        return style.equals("Title") || parents.getOrDefault(style, "").equals("Title");
    }
}
