package dev.verbatim.telegram;

import java.util.List;

/// A message as it will be sent.
///
/// @param text at most [#LONGEST] UTF-16 units
/// @param entities what is marked in the text
/// @param buttons in one row below it
record Reply(String text, List<Entity> entities, List<Button> buttons) {

    /// Telegram's limit.
    static final int LONGEST = 4096;

    Reply {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a message of " + text.length() + " is too long");
        }
        for (Entity entity : entities) {
            if (entity.span().end() > text.length()) {
                throw new IllegalArgumentException(entity + " ends behind the text");
            }
        }
        entities = List.copyOf(entities);
        buttons = List.copyOf(buttons);
    }

    static Reply of(String text, Button... buttons) {
        return new Reply(text, List.of(), List.of(buttons));
    }

    record Button(String label, Press press) {}
}
