package dev.verbatim.telegram.archive;

import dev.verbatim.answer.MessageCatalog;
import dev.verbatim.group.Author;
import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.MessageArchive;
import dev.verbatim.telegram.answering.AnswerStore;
import dev.verbatim.telegram.chat.ChatAdmins;
import dev.verbatim.telegram.delivery.Turn;
import dev.verbatim.telegram.message.Phrase;
import dev.verbatim.telegram.message.Press;
import dev.verbatim.telegram.message.Reply;
import dev.verbatim.telegram.message.SettingsChoice;
import dev.verbatim.telegram.settings.ArchivePanel;
import dev.verbatim.telegram.update.Incoming;
import dev.verbatim.telegram.update.Origin;
import dev.verbatim.telegram.update.RepliedTo;
import java.util.Optional;

/// What members of a group may ask about the messages that are kept of it: each about their own,
/// admins about all. Thread-safe.
public record ArchiveCommands(
        MessageArchive archive,
        AnswerStore given,
        ChatAdmins admins,
        ArchiveExport file,
        ArchiveImport history) {

    /// From now on nothing of theirs, or again.
    public Reply optOut(Origin origin, MessageCatalog messages, Turn turn) {
        return ofOneself(
                origin,
                messages,
                author -> {
                    turn.write(
                            rows -> {
                                archive.optOut(origin.chatId(), author, rows);
                                AnswerStore.forgetAllOf(origin.chatId(), origin.personId(), rows);
                                archive.scrub();
                            });
                    return Reply.of(Phrase.OPTED_OUT.in(messages));
                });
    }

    public Reply optIn(Origin origin, MessageCatalog messages, Turn turn) {
        return ofOneself(
                origin,
                messages,
                author -> {
                    turn.write(rows -> archive.optIn(origin.chatId(), author, rows));
                    return Reply.of(Phrase.OPTED_IN.in(messages));
                });
    }

    private interface Doing {
        Reply by(String author);
    }

    /// An admin who stays unnamed is the group to us, like every other one.
    private static Reply ofOneself(Origin origin, MessageCatalog messages, Doing doing) {
        if (!origin.kind().isGroup()) {
            return Reply.of(Phrase.GROUPS_ONLY.in(messages));
        }
        return origin.isTheChatItself()
                ? Reply.of(Phrase.OPT_UNNAMED.in(messages))
                : doing.by(Author.id(origin.personId()));
    }

    /// The message that is pointed at, or all of one's own; and who may is offered to forget
    /// everything.
    public Reply forget(Incoming.Commanded commanded, MessageCatalog messages, Turn turn) {
        Origin origin = commanded.origin();
        if (!origin.kind().isGroup()) {
            return Reply.of(Phrase.GROUPS_ONLY.in(messages));
        }
        RepliedTo target = commanded.repliedTo();
        return target == null
                ? forgetOwn(origin, messages, turn)
                : forget(target.messageId(), origin, messages, turn);
    }

    private Reply forgetOwn(Origin origin, MessageCatalog messages, Turn turn) {
        if (origin.isTheChatItself()) {
            return new ArchivePanel(archive.consent(origin.chatId()), messages).forgetting();
        }
        turn.write(
                rows -> {
                    archive.forgetAllOf(origin.chatId(), Author.id(origin.personId()), rows);
                    AnswerStore.forgetAllOf(origin.chatId(), origin.personId(), rows);
                    archive.scrub();
                });
        String done = Phrase.FORGOTTEN.in(messages);
        return archive.consent(origin.chatId()).isPresent()
                        && admins.right(origin, turn) == ChatAdmins.Right.GIVEN
                ? Reply.of(done, everything(messages))
                : Reply.of(done);
    }

    private static Reply.Button everything(MessageCatalog messages) {
        return new Reply.Button(
                Phrase.ARCHIVE_DELETE_ALL.in(messages),
                new Press.Settings(new SettingsChoice.ForgetAll()));
    }

    private Reply forget(long messageId, Origin origin, MessageCatalog messages, Turn turn) {
        Optional<String> author = authorOf(messageId, origin);
        if (author.isEmpty()) {
            return Reply.of(Phrase.FORGET_UNKNOWN.in(messages));
        }
        boolean own = author.get().equals(Author.id(origin.personId()));
        return switch (own ? ChatAdmins.Right.GIVEN : admins.right(origin, turn)) {
            case GIVEN -> {
                turn.write(
                        rows -> {
                            archive.forget(origin.chatId(), messageId, rows);
                            AnswerStore.forgetQuestion(origin.chatId(), messageId, rows);
                            archive.scrub();
                        });
                yield Reply.of(Phrase.FORGOTTEN_ONE.in(messages));
            }
            case NOT_GIVEN -> Reply.of(Phrase.FORGET_OTHERS.in(messages));
            case UNKNOWN -> Reply.of(Phrase.FAILED.in(messages));
        };
    }

    /// A question to us is kept with its answer, in a group that keeps nothing else too.
    private Optional<String> authorOf(long messageId, Origin origin) {
        return archive.find(origin.chatId(), messageId)
                .map(ChatMessage::author)
                .map(Author::id)
                .or(
                        () ->
                                given.toQuestion(origin.chatId(), messageId)
                                        .map(answer -> Author.id(answer.asking().personId())));
    }

    /// All that is kept, as a file.
    public Reply export(Origin origin, MessageCatalog messages, Turn turn) {
        return ofAdmins(origin, messages, turn, () -> file.send(origin, messages, turn));
    }

    /// A file with what was said before.
    public Reply take(Incoming.Exported exported, MessageCatalog messages, Turn turn) {
        return exported.origin().kind().isGroup()
                ? history.offer(exported, messages, turn)
                : Reply.of(Phrase.GROUPS_ONLY.in(messages));
    }

    /// A button under the question whether to add it.
    public void press(
            Incoming.Pressed pressed, Press.Bring wanted, MessageCatalog messages, Turn turn) {
        history.press(pressed, wanted, messages, turn);
    }

    private interface Allowed {
        Reply reply();
    }

    private Reply ofAdmins(Origin origin, MessageCatalog messages, Turn turn, Allowed allowed) {
        if (!origin.kind().isGroup()) {
            return Reply.of(Phrase.GROUPS_ONLY.in(messages));
        }
        return switch (admins.right(origin, turn)) {
            case GIVEN -> allowed.reply();
            case NOT_GIVEN -> Reply.of(Phrase.ADMINS_ONLY.in(messages));
            case UNKNOWN -> Reply.of(Phrase.FAILED.in(messages));
        };
    }
}
