package dev.verbatim.telegram.reply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.verbatim.article.TextSpan;
import dev.verbatim.telegram.message.MessageBuilder;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.ReplyMessage.Layout.Part;
import dev.verbatim.telegram.message.ReplyMessage.Layout.Quoted;
import dev.verbatim.telegram.message.ReplyMessage.TextEntity;
import java.text.Bidi;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A builder of a rich message (Bot API 10.2) from a reply: its sections have headings, its lists
/// are lists, and the words of others are block quotations with their source as the credit.
///
/// The blocks are given as they are and not as HTML or Markdown, so nothing has to be escaped and
/// no word of an article is taken for markup. Nor does Telegram look for mentions and commands in
/// them.
final class RichBlocks {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int TITLE_SIZE = 2;
    private static final int HEADING_SIZE = 3;
    private static final int SUBHEADING_SIZE = 4;

    private final ReplyMessage reply;
    private final ArrayNode blocks = JSON.arrayNode();

    // What the parts up to the next blank line belong to.
    private @Nullable ArrayNode items;
    private @Nullable ArrayNode item;
    private @Nullable ObjectNode quotation;

    private RichBlocks(ReplyMessage reply) {
        this.reply = reply;
    }

    /// The reply as an `InputRichMessage`; empty for one that isn't better read that way.
    static Optional<ObjectNode> of(ReplyMessage reply) {
        return reply.layout().rich()
                ? Optional.of(new RichBlocks(reply).build())
                : Optional.empty();
    }

    private ObjectNode build() {
        int end = 0;
        for (Part part : reply.layout().parts()) {
            if (part.span().start() > end + 1) {
                endGroup();
            }
            add(part);
            end = part.span().end();
        }
        ObjectNode message = JSON.objectNode().put("skip_entity_detection", true);
        if (!new Bidi(reply.text(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()) {
            message.put("is_rtl", true);
        }
        message.set("blocks", blocks);
        return message;
    }

    private void endGroup() {
        items = null;
        item = null;
        quotation = null;
    }

    private void add(Part part) {
        switch (part.kind()) {
            case HEADING -> addHeading(part, blocks.isEmpty() ? TITLE_SIZE : HEADING_SIZE);
            case SUBHEADING -> addHeading(part, SUBHEADING_SIZE);
            case QUOTATION -> addQuotation(part.span());
            case LIST_ITEM -> addItem(part);
            case LINE -> addLine(part);
        }
    }

    private void addHeading(Part part, int size) {
        endGroup();
        blocks.addObject()
                .put("type", "heading")
                .put("size", size)
                .set("text", heading(part.span()));
    }

    private void addItem(Part part) {
        quotation = null;
        if (items == null) {
            items = blocks.addObject().put("type", "list").putArray("items");
        }
        item = items.addObject().putArray("blocks");
        int start = part.span().start() + MessageBuilder.BULLET.length();
        addParagraph(new TextSpan(start, part.span().end()), part.quoted());
    }

    /// What follows a quotation says whose it is.
    private void addLine(Part part) {
        if (quotation == null) {
            int end = part.span().end();
            int start = part.span().start();
            while (start < end - 1 && reply.text().charAt(start) == ' ') {
                start++;
            }
            addParagraph(new TextSpan(start, end), part.quoted());
        } else {
            ArrayNode credit = JSON.arrayNode();
            if (quotation.has("credit")) {
                quotation.get("credit").forEach(credit::add);
                credit.add("\n");
            }
            quotation.set("credit", credit.addAll(text(part.span())));
        }
    }

    private void addParagraph(TextSpan line, @Nullable Quoted quoted) {
        if (quoted == null) {
            addParagraph(text(line));
            return;
        }
        addParagraph(
                JSON.arrayNode()
                        .addAll(text(new TextSpan(line.start(), quoted.start())))
                        .add(quoted.cutBefore() ? ": " + MessageBuilder.OMISSION : ":"));
        addQuotation(quoted.words());
        quotation = null;
        if (quoted.cutAfter()) {
            addParagraph(JSON.arrayNode().add(MessageBuilder.OMISSION));
        }
    }

    private void addParagraph(ArrayNode text) {
        ObjectNode block = target().addObject().put("type", "paragraph");
        block.set("text", text);
    }

    private void addQuotation(TextSpan words) {
        ObjectNode block = target().addObject();
        if (isExpandable(words)) {
            block.put("type", "expandable_blockquote").set("text", text(words));
        } else {
            block.put("type", "blockquote")
                    .putArray("blocks")
                    .addObject()
                    .put("type", "paragraph")
                    .set("text", text(words));
        }
        quotation = block;
    }

    private boolean isExpandable(TextSpan words) {
        return reply.entities().stream()
                .anyMatch(
                        one ->
                                one instanceof TextEntity.Quote(var place, boolean folded)
                                        && folded
                                        && place.equals(words));
    }

    private ArrayNode target() {
        return item == null ? blocks : item;
    }

    /// A heading is bold anyway.
    private ArrayNode heading(TextSpan place) {
        return text(place, one -> !(one instanceof TextEntity.Bold));
    }

    private ArrayNode text(TextSpan place) {
        return text(place, _ -> true);
    }

    /// The words of a place with the entities that lie in it.
    private ArrayNode text(TextSpan place, Predicate<TextEntity> shown) {
        Deque<TextEntity> inside = new ArrayDeque<>();
        reply.entities().stream()
                .filter(one -> !(one instanceof TextEntity.Quote))
                .filter(shown)
                .filter(one -> place.contains(one.span()))
                .sorted(
                        Comparator.<TextEntity>comparingInt(one -> one.span().start())
                                .thenComparingInt(one -> -one.span().end()))
                .forEach(inside::add);
        return text(place.start(), place.end(), inside);
    }

    private ArrayNode text(int start, int end, Deque<TextEntity> inside) {
        ArrayNode text = JSON.arrayNode();
        int at = start;
        while (!inside.isEmpty() && inside.element().span().start() < end) {
            TextEntity next = inside.remove();
            TextSpan place = next.span();
            addWords(text, at, place.start());
            text.add(marked(next, text(place.start(), place.end(), inside)));
            at = place.end();
        }
        addWords(text, at, end);
        return text;
    }

    private void addWords(ArrayNode text, int start, int end) {
        if (start < end) {
            text.add(reply.text().substring(start, end));
        }
    }

    private static ObjectNode marked(TextEntity mark, ArrayNode words) {
        ObjectNode text = JSON.objectNode();
        text.set("text", words);
        return switch (mark) {
            case TextEntity.Bold _ -> text.put("type", "bold");
            case TextEntity.Code _ -> text.put("type", "code");
            case TextEntity.Link(_, String url) -> text.put("type", "url").put("url", url);
            case TextEntity.Time(_, long seconds, String format) ->
                    text.put("type", "date_time")
                            .put("unix_time", seconds)
                            .put("date_time_format", format);
            case TextEntity.Quote _ -> throw new IllegalArgumentException("a quotation is a block");
        };
    }
}
