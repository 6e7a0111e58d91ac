package dev.verbatim.group;

import dev.verbatim.group.ChatMessage.Author;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A reader of the chat that Telegram's desktop app exports as "machine-readable JSON": the
/// `result.json` of one chat. [DesktopExportFormat] writes it.
///
/// It reads a message at a time, so a file may have any size. It leaves out what has no words, such
/// as people who join and pictures without a caption, and, where the whole file is read, what bots
/// wrote. An edited message has its last words.
public final class DesktopExportReader {

    // The file goes on after a message.
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private static final int MOST_NAMES = 10;

    private static final String WANTED =
            "Give the result.json of one chat, exported by Telegram Desktop as \"machine-readable"
                    + " JSON\".";

    private final String name;
    private final JsonParser parser;
    private final ExportedMessageReader messages;
    private final @Nullable String wanted;
    private final List<String> chats = new ArrayList<>();
    private String groupId = "";

    private DesktopExportReader(
            JsonParser parser, @Nullable String wanted, ExportedMessageReader messages) {
        this.parser = parser;
        this.wanted = wanted;
        this.messages = messages;
        name = messages.file();
    }

    /// The messages of an export, and the group they are of.
    ///
    /// @param groupId see [Author#id()]; empty when the file doesn't say
    public record Export(String groupId, List<ChatMessage> messages) {

        public Export {
            messages = List.copyOf(messages);
        }
    }

    /// Reads the whole of a `result.json`, as far as an archive keeps it: what has words, and that
    /// there is a picture, a file or a voice message.
    ///
    /// @throws Unusable when it isn't such an export
    public static Export read(byte[] file, String name) {
        List<ChatMessage> messages = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(file)) {
            var each = new ExportedMessageReader(name, true, messages::add);
            var reader = new DesktopExportReader(parser, null, each);
            reader.readChat();
            messages.removeIf(one -> !one.hasWords() && one.wordlessMedia().isEmpty());
            return new Export(reader.groupId, reader.withoutBots(messages));
        } catch (JacksonException e) {
            throw unusable(name, e);
        }
    }

    /// Reads all messages of a file, in its order.
    ///
    /// @throws Unusable when it is missing, or isn't such an export
    public static List<ChatMessage> read(Path file) throws IOException {
        return read(file, null);
    }

    /// Reads all messages of a file, or of one chat of the export of a whole account, also those
    /// without words that have a picture, a file, a voice message or a closed poll.
    ///
    /// @param chat the name or the number of the chat, in any case; missing when the file has one
    public static List<ChatMessage> read(Path file, @Nullable String chat) throws IOException {
        List<ChatMessage> messages = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file)) {
            var each = new ExportedMessageReader(file.toString(), true, messages::add);
            return readAll(stream, chat, each).withoutBots(messages);
        } catch (NoSuchFileException _) {
            throw new Unusable(file + " does not exist. " + WANTED);
        }
    }

    /// Passes on the messages in the file's order while it is read. Those before a fault are passed
    /// on before the fault is found.
    ///
    /// @param name of the file, for the error message
    /// @throws Unusable when it isn't such an export
    public static void read(InputStream stream, String name, Consumer<ChatMessage> each)
            throws IOException {
        readAll(stream, null, new ExportedMessageReader(name, false, each));
    }

    private static DesktopExportReader readAll(
            InputStream stream, @Nullable String chat, ExportedMessageReader each)
            throws IOException {
        try (JsonParser parser = JSON.createParser(stream)) {
            var reader = new DesktopExportReader(parser, chat, each);
            reader.readChat();
            return reader;
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw unusable(each.file(), e);
        }
    }

    /// A bot's messages aren't the group's. That an author is a bot may show late.
    private List<ChatMessage> withoutBots(List<ChatMessage> all) {
        return all.stream()
                .filter(message -> !messages.isBot(message.author()))
                .map(messages::withPin)
                .toList();
    }

    private static Unusable unusable(String name, JacksonException e) {
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
            throw new Unusable(problem());
        }
    }

    private String problem() {
        if (chats.isEmpty()) {
            return name + " has no \"messages\". " + WANTED;
        }
        String some = String.join(", ", chats.subList(0, Math.min(MOST_NAMES, chats.size())));
        return wanted == null
                ? "%s holds all chats of an account: %s. %s The command catchup also takes --chat NAME."
                        .formatted(name, some, WANTED)
                : name + " has no chat " + wanted + "; it has " + some;
    }

    private boolean readField(String field) {
        JsonToken value = parser.nextToken();
        if ((field.equals("chats") || field.equals("left_chats"))
                && value == JsonToken.START_OBJECT) {
            return readChats();
        }
        if (field.equals("id") && value == JsonToken.VALUE_NUMBER_INT) {
            groupId = Author.id(-parser.getLongValue());
        }
        if (!field.equals("messages") || value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return false;
        }
        readMessages();
        return true;
    }

    private void readMessages() {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode message = JSON.readTree(parser);
            messages.read(message);
        }
    }

    /// The list of chats in the export of an account: in each, name, kind and number come before
    /// the messages.
    private boolean readChats() {
        boolean found = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean list = parser.currentName().equals("list");
            if (parser.nextToken() != JsonToken.START_ARRAY || !list) {
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                found |= readChatOfList();
            }
        }
        return found;
    }

    private boolean readChatOfList() {
        boolean here = false;
        boolean found = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue() && (field.equals("name") || field.equals("id"))) {
                here |= parser.getString().equalsIgnoreCase(wanted);
                addName(field);
            } else if (here && field.equals("messages") && value == JsonToken.START_ARRAY) {
                readMessages();
                found = true;
            } else {
                parser.skipChildren();
            }
        }
        return found;
    }

    private void addName(String field) {
        if (field.equals("name") && !parser.getString().isEmpty()) {
            chats.add(parser.getString());
        }
    }

    /// A fault in an export. The message says which file, where, and what to do.
    public static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }
}
