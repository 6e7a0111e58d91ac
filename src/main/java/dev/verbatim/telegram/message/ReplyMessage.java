package dev.verbatim.telegram.message;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.article.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A message that the bot sends.
///
/// @param text at most [#MAX_LENGTH] UTF-16 units
/// @param entities the marked places in the text
/// @param rows of buttons below it
/// @param protectedContent whether Telegram's apps let nobody forward or save it
/// @param personal whether it concerns only the user whom it answers, so that in a group nobody
///   else need see it
/// @param layout the parts of the text
public record ReplyMessage(
        String text,
        List<TextEntity> entities,
        List<List<Button>> rows,
        boolean protectedContent,
        boolean personal,
        Layout layout) {

    /// Telegram's limit.
    public static final int MAX_LENGTH = 4096;

    /// A shorter one is read at a glance, without headings.
    private static final int SUMMARY_LENGTH = 600;

    public ReplyMessage {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a message of " + text.length() + " is too long");
        }
        for (TextEntity entity : entities) {
            if (entity.span().end() > text.length()) {
                throw new IllegalArgumentException(entity + " ends after the text");
            }
        }
        entities = List.copyOf(entities);
        rows = rows.stream().filter(row -> !row.isEmpty()).map(List::copyOf).toList();
    }

    /// A text without entities, with at most one row of buttons.
    public static ReplyMessage of(String text, Button... buttons) {
        return new ReplyMessage(text, List.of(), List.of(List.of(buttons)));
    }

    public ReplyMessage(String text, List<TextEntity> entities, List<List<Button>> rows) {
        this(text, entities, rows, Layout.NONE);
    }

    ReplyMessage(String text, List<TextEntity> entities, List<List<Button>> rows, Layout layout) {
        this(text, entities, rows, false, false, layout);
    }

    /// The same message, protected if it is to be.
    public ReplyMessage withProtectedContent(boolean isProtected) {
        return new ReplyMessage(text, entities, rows, isProtected, personal, layout);
    }

    /// The same message, for the user only whom it answers.
    public ReplyMessage forUserOnly() {
        return new ReplyMessage(text, entities, rows, protectedContent, true, layout);
    }

    /// The same message, as a rich one if it is long and Telegram takes it.
    public ReplyMessage asSummary() {
        return text.length() < SUMMARY_LENGTH
                ? this
                : new ReplyMessage(
                        text,
                        entities,
                        rows,
                        protectedContent,
                        personal,
                        new Layout(layout.parts(), true));
    }

    /// The same message with other buttons.
    public ReplyMessage withButtons(List<List<Button>> others) {
        return new ReplyMessage(text, entities, others, protectedContent, personal, layout);
    }

    /// The buttons of all rows.
    public List<Button> buttons() {
        return rows.stream().flatMap(List::stream).toList();
    }

    /// The parts that a text was built of, which a rich message shows as headings, lists and
    /// quotations.
    ///
    /// @param parts in their order, with blank lines between some of them
    /// @param rich whether the message is better read that way
    public record Layout(List<Part> parts, boolean rich) {

        static final Layout NONE = new Layout(List.of(), false);

        public Layout {
            parts = List.copyOf(parts);
        }

        /// A line or several that belong together.
        ///
        /// @param quoted what it quotes at its end; missing for none
        public record Part(TextSpan span, Kind kind, @Nullable Quoted quoted) {

            Part shifted(int by) {
                return new Part(span.shifted(by), kind, quoted == null ? null : quoted.shifted(by));
            }
        }

        /// What a part is.
        public enum Kind {
            LINE,
            HEADING,
            SUBHEADING,
            QUOTATION,
            LIST_ITEM
        }

        /// Words at the end of a line, between marks.
        ///
        /// @param start where the marks and what else leads to the words begins
        /// @param words without marks
        /// @param cutBefore whether words are omitted before them
        /// @param cutAfter whether words are omitted behind them
        public record Quoted(int start, TextSpan words, boolean cutBefore, boolean cutAfter) {

            Quoted shifted(int by) {
                return new Quoted(start + by, words.shifted(by), cutBefore, cutAfter);
            }
        }
    }

    /// A button below a message.
    public record Button(String label, Action action) {

        /// The prefix for the label of the option that is selected; empty for the others.
        public static String checkMark(boolean selected) {
            return selected ? "✓ " : "";
        }

        /// The buttons to the previous and the next page, as far as there are such pages.
        ///
        /// @param shown counted from 0
        /// @param last the number of the last page
        public static List<Button> pages(
                int shown, int last, MessageCatalog messages, IntFunction<CallbackData> page) {
            List<Button> buttons = new ArrayList<>();
            if (shown > 0) {
                String label = MessageKey.EARLIER_PAGE.in(messages);
                buttons.add(new Button(label, page.apply(shown - 1)));
            }
            if (shown < last) {
                String label = MessageKey.LATER_PAGE.in(messages);
                buttons.add(new Button(label, page.apply(shown + 1)));
            }
            return buttons;
        }
    }

    /// What a button does.
    public sealed interface Action permits CallbackData, CopyText, ShareQuestion, OpenUrl {}

    /// Copies a text to the reader's clipboard.
    ///
    /// @param text at most 256 UTF-16 units
    public record CopyText(String text) implements Action {}

    /// Lets the reader pick a chat, and asks the question inline there.
    public record ShareQuestion(String question) implements Action {}

    /// Opens an address.
    public record OpenUrl(String url) implements Action {}

    /// A formatted place in a message. It replaces markup, so that no quoted text can be taken for
    /// it.
    public sealed interface TextEntity {

        /// The place in the message's text, in UTF-16 units as in the Bot API.
        TextSpan span();

        /// The same entity at a later place.
        default TextEntity shifted(int by) {
            TextSpan place = span().shifted(by);
            return switch (this) {
                case Quote(_, boolean folded) -> new Quote(place, folded);
                case Bold _ -> new Bold(place);
                case Code _ -> new Code(place);
                case Link(_, String url) -> new Link(place, url);
                case Time(_, long seconds, String format) -> new Time(place, seconds, format);
            };
        }

        /// Quoted words.
        ///
        /// @param expandable collapsed to its first lines until the reader expands it
        record Quote(TextSpan span, boolean expandable) implements TextEntity {}

        record Bold(TextSpan span) implements TextEntity {}

        /// Words in a fixed-width font, such as a file's name, which an app would otherwise make a
        /// link.
        record Code(TextSpan span) implements TextEntity {}

        record Link(TextSpan span, String url) implements TextEntity {}

        /// A time, which each reader's app knows in their own zone.
        ///
        /// @param seconds since 1970
        /// @param format as in the Bot API: `t` for a time and `dt` for a date and a time in place
        ///   of the text; empty to show the text, and the reader's own time only on a tap
        record Time(TextSpan span, long seconds, String format) implements TextEntity {}
    }
}
