package dev.verbatim.telegram;

import dev.verbatim.answer.Wording;
import java.util.Locale;

/// What the bot says only on Telegram. Its words are those of [Wording], where every phrase has a
/// line in every language.
enum Phrase {
    START,
    HELP,
    FAILED,
    MISSED,
    TOO_FAST,
    NEAREST,
    QUESTION_LOST,
    BUTTON_LOST,
    ARTICLES,
    NO_ARTICLES,
    EARLIER_PAGE,
    LATER_PAGE,
    DESCRIPTION,
    SHORT_DESCRIPTION,
    COMMAND_HELP,
    COMMAND_ARTICLES;

    String in(Wording wording, Object... arguments) {
        String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return wording.say("telegram." + key, arguments);
    }
}
