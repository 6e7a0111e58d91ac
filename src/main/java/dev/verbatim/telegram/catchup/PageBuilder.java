package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.ArrayList;
import java.util.List;

/// A page of a catch-up while it is filled.
final class PageBuilder {

    /// Lines of a catch-up that stay together on a page.
    ///
    /// @param messages that they quote
    record Block(ReplyMessage lines, List<ChatMessage> messages) {

        Block {
            messages = List.copyOf(messages);
        }
    }

    /// Longer than that nobody reads; Telegram's limit is [ReplyMessage#MAX_LENGTH].
    static final int LENGTH = 3000;

    // Telegram takes 100 and drops the rest.
    private static final int MARKS = 95;

    private final MessageBuilder text = new MessageBuilder();
    private final List<ChatMessage> messages = new ArrayList<>();
    private boolean filled;

    /// Lines that are on the page in any case.
    PageBuilder addHeader(ReplyMessage lines) {
        text.add(lines);
        return this;
    }

    /// Adds a block when there is room for it: on a page with nothing but its head there is.
    ///
    /// @param heading stands before it, after a blank line; empty for none
    boolean add(String heading, Block block) {
        int longer = text.length() + heading.length() + 3 + block.lines().text().length();
        int marks = text.entityCount() + 1 + block.lines().entities().size();
        if (filled && (longer > LENGTH || marks > MARKS)) {
            return false;
        }
        if (!heading.isEmpty()) {
            text.blankLine().bold(heading);
        }
        text.add(block.lines());
        messages.addAll(block.messages());
        filled = true;
        return true;
    }

    /// A line at the end, after a blank one; it is short.
    void addFooter(String line) {
        text.blankLine().line(line);
    }

    List<ChatMessage> messages() {
        return List.copyOf(messages);
    }

    ReplyMessage build() {
        return text.build();
    }
}
