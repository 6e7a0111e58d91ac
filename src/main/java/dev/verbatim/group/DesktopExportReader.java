package dev.verbatim.group;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the conversation that Telegram's desktop app wrote as "machine-readable JSON": the
/// `result.json` of one chat.
///
/// A message at a time, so a file of any size can be read. What isn't words is left out: people who
/// join, and pictures without a caption. An edited message has its last words.
public final class DesktopExportReader {

    // Behind a message the file goes on.
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private static final String WANTED =
            "Give the result.json of one chat, exported by Telegram Desktop as \"machine-readable"
                    + " JSON\".";

    private final String name;
    private final JsonParser parser;
    private final ExportedMessageReader messages;

    private DesktopExportReader(String name, JsonParser parser, Consumer<ChatMessage> each) {
        this.name = name;
        this.parser = parser;
        messages = new ExportedMessageReader(name, each);
    }

    /// All messages of a file, in its order.
    ///
    /// @throws Unusable when it is missing, or isn't such an export
    public static List<ChatMessage> read(Path file) throws IOException {
        List<ChatMessage> messages = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file)) {
            read(stream, file.toString(), messages::add);
        } catch (NoSuchFileException _) {
            throw new Unusable(file + " does not exist. " + WANTED);
        }
        return messages;
    }

    /// Hands on the messages in the file's order while it is read. Those before a fault have been
    /// handed on when it is found.
    ///
    /// @param name of the file, for whoever has to mend it
    /// @throws Unusable when it isn't such an export
    public static void read(InputStream stream, String name, Consumer<ChatMessage> each)
            throws IOException {
        try (JsonParser parser = JSON.createParser(stream)) {
            new DesktopExportReader(name, parser, each).readChat();
        } catch (JacksonException e) {
            throw broken(name, e);
        }
    }

    private static RuntimeException broken(String name, JacksonException e) throws IOException {
        if (e.getCause() instanceof IOException cause) {
            throw cause;
        }
        TokenStreamLocation place = e.getLocation();
        String where = place == null ? "" : " line " + Math.max(1, place.getLineNr());
        return new Unusable(
                name
                        + where
                        + ": "
                        + e.getOriginalMessage().lines().findFirst().orElse("no JSON")
                        + ". "
                        + WANTED);
    }

    private void readChat() {
        boolean found = false;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                found |= readField(parser.currentName());
            }
        }
        if (!found) {
            throw new Unusable(name + " has no \"messages\". " + WANTED);
        }
    }

    private boolean readField(String field) {
        JsonToken value = parser.nextToken();
        if (field.equals("chats")) {
            throw new Unusable(name + " holds all chats of an account. " + WANTED);
        }
        if (!field.equals("messages") || value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return false;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode message = JSON.readTree(parser);
            messages.read(message);
        }
        return true;
    }

    /// A file isn't what it should be. The message says which, where, and what to do.
    public static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }
}
