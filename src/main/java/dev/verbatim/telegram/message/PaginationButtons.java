package dev.verbatim.telegram.message;

import dev.verbatim.answer.MessageCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The buttons that turn pages.
public final class PaginationButtons {

    private PaginationButtons() {}

    /// Back and on, as far as there are pages.
    ///
    /// @param shown counted from 0
    public static List<ReplyMessage.Button> between(
            int shown, int last, MessageCatalog messages, IntFunction<CallbackData> press) {
        List<ReplyMessage.Button> buttons = new ArrayList<>();
        if (shown > 0) {
            buttons.add(
                    new ReplyMessage.Button(
                            MessageKey.EARLIER_PAGE.in(messages), press.apply(shown - 1)));
        }
        if (shown < last) {
            buttons.add(
                    new ReplyMessage.Button(
                            MessageKey.LATER_PAGE.in(messages), press.apply(shown + 1)));
        }
        return buttons;
    }
}
