package dev.verbatim.telegram.message;

import java.util.List;

/// A message as it will be sent.
///
/// @param text at most [#LONGEST] UTF-16 units
/// @param entities what is marked in the text
/// @param rows of buttons below it
public record ReplyMessage(String text, List<TextEntity> entities, List<List<Button>> rows) {

    /// Telegram's limit.
    public static final int MAX_LENGTH = 4096;

    public ReplyMessage {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a message of " + text.length() + " is too long");
        }
        for (TextEntity textEntity : entities) {
            if (textEntity.span().end() > text.length()) {
                throw new IllegalArgumentException(textEntity + " ends behind the text");
            }
        }
        entities = List.copyOf(entities);
        rows = rows.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
    }

    public static ReplyMessage of(String text, Button... buttons) {
        return new ReplyMessage(text, List.of(), List.of(List.of(buttons)));
    }

    /// The same with other buttons.
    public ReplyMessage withButtons(List<List<Button>> others) {
        return new ReplyMessage(text, entities, others);
    }

    /// All of them.
    public List<Button> buttons() {
        return rows.stream().flatMap(List::stream).toList();
    }

    public record Button(String label, Action action) {

        /// What stands before the label of what is chosen already.
        public static String checkMark(boolean chosen) {
            return chosen ? "✓ " : "";
        }
    }

    /// What a button does.
    public sealed interface Action permits CallbackData, CopyText, ShareQuestion, OpenUrl {}

    /// Puts a text where the reader can paste it from.
    ///
    /// @param text at most [Citation#LONGEST] UTF-16 units
    public record CopyText(String text) implements Action {}

    /// Lets the reader pick a chat, and asks there.
    public record ShareQuestion(String question) implements Action {}

    /// Opens an address.
    public record OpenUrl(String url) implements Action {}
}
