package dev.verbatim.telegram.update;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// A command of the bot.
public enum Command {
    START,
    HELP,
    ARTICLES,
    /// With no question to it; with one it is a question.
    ASK,
    CHECK,
    COMPARE,
    SUMMARY,
    NEWS,
    SETTINGS,
    CATCHUP,
    DIGEST,
    MAP,
    OPTOUT,
    OPTIN,
    FORGET,
    EXPORT,
    IMPORT,
    PRIVACY,
    ADD,
    EDIT,
    REMOVE,
    RELOAD,
    STATS,
    WHY,
    REPLAY,
    BLOCK,
    UNBLOCK,
    SUBSCRIBE,
    UNSUBSCRIBE,
    /// Any that the bot doesn't have.
    UNKNOWN;

    private static final Set<Command> FOR_GROUPS =
            EnumSet.of(
                    START, HELP, ARTICLES, ASK, CHECK, COMPARE, SUMMARY, NEWS, SETTINGS, CATCHUP,
                    DIGEST, MAP, OPTOUT, OPTIN, FORGET, EXPORT, IMPORT, PRIVACY);

    private static final Set<Command> OWN_DATA = EnumSet.of(PRIVACY, EXPORT, FORGET, OPTOUT);

    /// The command of that name, or [#UNKNOWN].
    ///
    /// @param name without the slash, in any case
    static Command named(String name) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(name.toLowerCase(Locale.ROOT)))
                .findAny()
                .orElse(UNKNOWN);
    }

    /// As it is typed, without the slash.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether users have their own data shown, sent or deleted by it.
    public boolean isAboutOwnData() {
        return OWN_DATA.contains(this);
    }

    /// Whether it is meant for this bot in a group even without its name: where other bots listen
    /// too, the rest may be theirs.
    boolean isForGroups() {
        return FOR_GROUPS.contains(this);
    }
}
