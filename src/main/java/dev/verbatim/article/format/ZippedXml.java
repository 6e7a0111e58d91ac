package dev.verbatim.article.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A zip file of XML parts, such as a Word or OpenDocument file or an e-book. Only the parts that
/// hold text are unpacked, up to a size that no text has, so that a small file can't become a huge
/// one. No part is looked for outside the file: document types aren't read, entities not resolved.
final class ZippedXml {

    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_UNPACKED = 60_000_000;
    private static final int MAX_DEPTH = 1_000;
    private static final int MAX_EVENTS = 5_000_000;

    private static final XMLInputFactory XML = safeFactory();

    private final Map<String, byte[]> parts = new HashMap<>();

    private ZippedXml() {}

    private static XMLInputFactory safeFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// @param wanted the names of the parts to unpack
    static ZippedXml unpack(byte[] bytes, Predicate<String> wanted) throws ArticleFormatException {
        var unpacked = new ZippedXml();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int entries = 0;
            int left = MAX_UNPACKED;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                byte[] content = content(zip, wanted.test(entry.getName()), left);
                left -= content.length;
                unpacked.parts.put(entry.getName(), content);
                if (entries > MAX_ENTRIES || left <= 0) {
                    throw new ArticleFormatException(
                            "unpacks to far more than any text has",
                            "Save it anew, without pictures");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged();
        }
        if (unpacked.parts.isEmpty()) {
            throw damaged();
        }
        return unpacked;
    }

    /// Reads past a part that isn't wanted, which costs time too.
    private static byte[] content(InputStream zip, boolean wanted, int limit) throws IOException {
        if (wanted) {
            return zip.readNBytes(limit);
        }
        byte[] buffer = new byte[8_192];
        long skipped = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            skipped += read;
            if (skipped > 10L * MAX_UNPACKED) {
                throw new IOException("A part that unpacks to very much");
            }
        }
        return new byte[0];
    }

    static ArticleFormatException damaged() {
        return new ArticleFormatException(
                "is damaged, or is another kind of file than its name says", "Save it anew");
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    /// A part as it is; empty when there is none of this name.
    byte[] bytes(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }

    /// Reads a part from its beginning to its end; nothing when there is none of this name.
    void read(String name, Handler handler) throws ArticleFormatException {
        byte[] part = bytes(name);
        if (part.length == 0) {
            return;
        }
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(part));
            read(xml, handler);
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    private static void read(XMLStreamReader xml, Handler handler)
            throws XMLStreamException, ArticleFormatException {
        int depth = 0;
        for (int events = 0; xml.hasNext(); events++) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    handler.start(xml.getLocalName(), new Attributes(xml));
                }
                case XMLStreamReader.END_ELEMENT -> {
                    depth--;
                    handler.end(xml.getLocalName());
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                        handler.text(xml.getText());
                default -> {}
            }
            if (depth > MAX_DEPTH || events > MAX_EVENTS) {
                throw new ArticleFormatException(
                        "has far more elements than any text", "Make articles of its parts");
            }
        }
    }

    /// A handler of the elements and the text of a part, in their order.
    interface Handler {

        default void start(String element, Attributes attributes) throws ArticleFormatException {}

        default void end(String element) throws ArticleFormatException {}

        default void text(String text) {}
    }

    /// The attributes of the element that was just met, by their names without a prefix.
    record Attributes(XMLStreamReader xml) {

        Optional<String> get(String name) {
            for (int index = 0; index < xml.getAttributeCount(); index++) {
                if (xml.getAttributeLocalName(index).equals(name)) {
                    return Optional.of(xml.getAttributeValue(index));
                }
            }
            return Optional.empty();
        }

        String get(String name, String missing) {
            return get(name).orElse(missing);
        }
    }
}
