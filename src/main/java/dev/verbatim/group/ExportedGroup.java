package dev.verbatim.group;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// What Telegram's desktop app exported of a group, and which group that is.
///
/// @param id see [Author#id()]; empty when the file doesn't say
public record ExportedGroup(String id, List<ChatMessage> messages) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ExportedGroup {
        messages = List.copyOf(messages);
    }

    /// Reads the whole of a `result.json`.
    ///
    /// @throws DesktopExport.Unusable when it isn't such an export
    public static ExportedGroup read(byte[] file, String name) {
        List<ChatMessage> messages = new ArrayList<>();
        try {
            DesktopExportReader.read(new ByteArrayInputStream(file), name, messages::add);
        } catch (IOException e) {
            throw new UncheckedIOException("it is in memory", e);
        }
        return new ExportedGroup(id(file), messages);
    }

    private static String id(byte[] file) {
        try (JsonParser parser = JSON.createParser(file)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals("id");
                if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && found) {
                    return Author.id(-parser.getLongValue());
                }
                parser.skipChildren();
            }
        }
        return "";
    }
}
