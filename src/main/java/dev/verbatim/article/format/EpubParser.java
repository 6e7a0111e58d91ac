package dev.verbatim.article.format;

import dev.verbatim.article.format.ParsedBody.TextBlock;
import dev.verbatim.article.format.ZippedXml.Attributes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A parser of e-books (`.epub`): its chapters in their order, without its tables of contents.
final class EpubParser implements ZippedXml.Handler {

    private final ZippedXml file;
    private String packagePath = "";
    private final Map<String, String> chapters = new HashMap<>();
    private final List<String> spine = new ArrayList<>();

    private EpubParser(ZippedXml file) {
        this.file = file;
    }

    static ParsedBody parse(byte[] bytes) throws ArticleFormatException {
        ZippedXml file = ZippedXml.unpack(bytes, EpubParser::isText);
        if (file.has("META-INF/rights.xml") || file.has("META-INF/license.lcpl")) {
            throw new ArticleFormatException(
                    "is encrypted for one reader", "Add a copy without protection");
        }
        return new EpubParser(file).parse();
    }

    private static boolean isText(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("html")
                || lower.endsWith(".htm")
                || lower.endsWith(".opf")
                || lower.endsWith(".xml");
    }

    private ParsedBody parse() throws ArticleFormatException {
        file.read("META-INF/container.xml", this);
        if (!file.has(packagePath)) {
            throw ZippedXml.damaged();
        }
        file.read(packagePath, this);
        List<TextBlock> blocks = new ArrayList<>();
        for (String chapter : spine) {
            String html = new String(file.bytes(chapter), StandardCharsets.UTF_8);
            blocks.addAll(HtmlArticleParser.blocks(html));
        }
        return new ParsedBody(DublinCore.read(file, packagePath), blocks);
    }

    @Override
    public void start(String element, Attributes attributes) {
        switch (element) {
            case "rootfile" ->
                    packagePath =
                            packagePath.isEmpty() ? attributes.get("full-path", "") : packagePath;
            case "item" -> addItem(attributes);
            case "itemref" ->
                    Optional.ofNullable(chapters.get(attributes.get("idref", "")))
                            .ifPresent(spine::add);
            default -> {}
        }
    }

    private void addItem(Attributes attributes) {
        String type = attributes.get("media-type", "");
        boolean isContents = attributes.get("properties", "").contains("nav");
        if (type.contains("html") && !isContents) {
            String folder = packagePath.substring(0, packagePath.lastIndexOf('/') + 1);
            String path = folder + attributes.get("href", "").replace("%20", " ");
            chapters.put(attributes.get("id", ""), path);
        }
    }
}
