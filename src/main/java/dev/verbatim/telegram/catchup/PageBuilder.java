package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.ReplyMessage;
import java.util.ArrayList;
import java.util.List;

/// A builder of one page of a catch-up.
final class PageBuilder {

    /// Lines of a catch-up that stay together on a page.
    ///
    /// @param messages that they quote
    record Block(ReplyMessage lines, List<ChatMessage> messages) {

        Block {
            messages = List.copyOf(messages);
        }
    }

    /// Longer pages tire readers; Telegram's limit is [ReplyMessage#MAX_LENGTH].
    static final int LENGTH = 3000;

    // Telegram takes 100 and drops the rest.
    private static final int MARKS = 95;

    private final MessageBuilder text = new MessageBuilder();
    private final List<ChatMessage> messages = new ArrayList<>();
    private boolean filled;

    /// Adds lines that are on the page in any case.
    PageBuilder addHeader(ReplyMessage lines) {
        text.add(lines);
        return this;
    }

    /// Adds a block if there is room for it; the first block always fits.
    ///
    /// @param heading before the block, after a blank line; empty for none
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

    /// Adds a short line below what is there.
    void addLine(String line) {
        text.line(line);
    }

    /// Adds a short line at the end, after a blank one.
    void addFooter(String line) {
        text.blankLine().line(line);
    }

    List<ChatMessage> messages() {
        return List.copyOf(messages);
    }

    ReplyMessage build() {
        return text.build().asSummary();
    }
}
