package dev.verbatim.telegram.catchup;

import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.telegram.chat.Responder;
import dev.verbatim.telegram.message.CatchupCallback;
import dev.verbatim.telegram.message.MessageKey;
import dev.verbatim.telegram.message.ReplyMessage;
import dev.verbatim.telegram.message.Truncation;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/// A finder of the groups that the reader of a private chat and the bot are both in, as far as
/// their messages are kept. Telegram is asked each time.
final class SharedGroups {

    // Each costs a question to Telegram.
    private static final int GROUPS_ASKED = 40;
    private static final int LABEL = 48;

    private final CatchupService catchups;
    private final LongPredicate mayUseTheBot;

    /// @param mayUseTheBot whether a group may: one that an editor has blocked may not
    SharedGroups(CatchupService catchups, LongPredicate mayUseTheBot) {
        this.catchups = catchups;
        this.mayUseTheBot = mayUseTheBot;
    }

    List<Long> find(Responder home) {
        return catchups.archive().groups().stream()
                .filter(mayUseTheBot::test)
                .limit(GROUPS_ASKED)
                .filter(group -> member(group, home).isPresent())
                .toList();
    }

    /// The reader as a member of a group; empty when they are none.
    Optional<Author> member(long group, Responder home) {
        return catchups.groups().member(group, home.context().personId(), home.transaction());
    }

    /// Why somebody may read nothing of a group; empty when they may.
    ///
    /// @param member see [#member]
    Optional<MessageKey> refusal(long group, Optional<Author> member) {
        if (member.isEmpty()) {
            return Optional.of(MessageKey.CATCHUP_NOT_MEMBER);
        }
        return catchups.archive().consent(group).isEmpty() || !mayUseTheBot.test(group)
                ? Optional.of(MessageKey.CATCHUP_OFF)
                : Optional.empty();
    }

    /// Lets the reader choose one of some groups.
    ReplyMessage choice(List<Long> groups, LongFunction<CatchupCallback> button, Responder home) {
        return home.text(MessageKey.CATCHUP_WHICH)
                .withButtons(
                        groups.stream()
                                .map(
                                        group ->
                                                new ReplyMessage.Button(
                                                        title(group, home), button.apply(group)))
                                .map(List::of)
                                .toList());
    }

    private String title(long group, Responder home) {
        String title = catchups.groups().group(group, home.transaction()).title();
        return Truncation.ellipsize(title, LABEL);
    }
}
