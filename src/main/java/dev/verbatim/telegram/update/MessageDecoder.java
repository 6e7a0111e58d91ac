package dev.verbatim.telegram.update;

import dev.verbatim.telegram.update.Incoming.RepliedTo;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// A decoder that makes an [Incoming] of a message. In a private chat everything is meant for the
/// bot; in a group only a command, a mention, or a reply to a message of the bot.
public final class MessageDecoder {

    // A word that goes on ("/etc/hosts") is no command.
    private static final Pattern COMMAND =
            Pattern.compile("/(\\w{1,32}+)(?:@(\\w++))?(?:\\s++(.*+))?", Pattern.DOTALL);

    // A shorter message is hardly an article.
    private static final int LONG = 400;

    private final BotIdentity me;

    MessageDecoder(BotIdentity me) {
        this.me = me;
    }

    /// Whether a text is a command, for any bot.
    public static boolean isCommand(String text) {
        return COMMAND.matcher(text.strip()).matches();
    }

    Incoming decode(Message message) {
        Optional<MessageContext> origin = MessageContextReader.of(message);
        if (origin.isEmpty()) {
            return new Incoming.Ignored("not a chat we talk in, or nobody's words");
        }
        return Boolean.TRUE.equals(message.getIsAutomaticForward())
                ? new Incoming.Ignored("a channel's post in its discussion group")
                : decode(message, origin.get());
    }

    private Incoming decode(Message message, MessageContext context) {
        boolean inGroup = context.kind().isGroup();
        if (me.is(message.getViaBot()) || (inGroup && message.getViaBot() != null)) {
            return new Incoming.Ignored("sent through a bot");
        }
        return inGroup ? inGroup(message, context) : inPrivate(message, context);
    }

    private Incoming inPrivate(Message message, MessageContext context) {
        if (message.getDocument() != null && message.getDocument().getFileId() != null) {
            return message.getAnimation() == null
                    ? upload(message.getDocument(), message, context)
                    : new Incoming.Chatted(context);
        }
        Incoming incoming =
                AddressedText.of(message, me)
                        .map(addressedText -> written(addressedText, message, context))
                        .orElseGet(() -> wordless(message, context));
        return incoming instanceof Incoming.Asked && isLongAndForwarded(message)
                ? new Incoming.Forwarded(context, AddressedText.plainText(message))
                : incoming;
    }

    private static boolean isLongAndForwarded(Message message) {
        return message.getForwardOrigin() != null
                && AddressedText.plainText(message).length() > LONG;
    }

    private static Incoming upload(Document file, Message message, MessageContext context) {
        return new Incoming.Uploaded(
                context,
                file.getFileId(),
                Objects.requireNonNullElse(file.getFileName(), ""),
                size(file),
                AddressedText.plainText(message));
    }

    private static long size(Document file) {
        return Objects.requireNonNullElse(file.getFileSize(), 0L);
    }

    /// The file that has the command as its caption, or that the command replies to.
    private static @Nullable Document file(Message message) {
        Message target = message.getReplyToMessage();
        Document file =
                message.getDocument() == null && target != null
                        ? target.getDocument()
                        : message.getDocument();
        return file == null || file.getFileId() == null ? null : file;
    }

    private Incoming inGroup(Message message, MessageContext context) {
        return AddressedText.of(message, me)
                .map(addressedText -> written(addressedText, message, context))
                .orElse(new Incoming.Ignored("no words"));
    }

    private Incoming written(AddressedText addressedText, Message message, MessageContext context) {
        Matcher command = COMMAND.matcher(addressedText.text().strip());
        if (command.matches()) {
            return command(command, addressedText.mentionsBot(), message, context);
        }
        RepliedTo target = repliedTo(message);
        if (addressedText.text().isBlank()) {
            return ask("", message, context);
        }
        return isAddressed(addressedText, target, context)
                ? new Incoming.Asked(context, addressedText.text(), target)
                : new Incoming.Ignored("not addressed to us");
    }

    private static boolean isAddressed(
            AddressedText addressedText, @Nullable RepliedTo target, MessageContext context) {
        return !context.kind().isGroup()
                || addressedText.mentionsBot()
                || (target != null && target.ours());
    }

    private Incoming command(
            Matcher typed, boolean mentioned, Message message, MessageContext context) {
        String addressee = typed.group(2);
        boolean toUs = mentioned || (addressee != null && me.hasUserName(addressee));
        Command command = Command.named(typed.group(1));
        if (context.kind().isGroup() && !toUs && (addressee != null || !command.isForGroups())) {
            return new Incoming.Ignored("another bot's command, as it seems");
        }
        String payload = command == Command.ADD ? exact(typed, message) : payload(typed);
        Document file = command == Command.IMPORT ? file(message) : null;
        if (file != null) {
            return new Incoming.Exported(context, file.getFileId(), size(file));
        }
        return command == Command.ASK
                ? ask(payload, message, context)
                : new Incoming.Commanded(context, command, payload, repliedTo(message));
    }

    private static String payload(Matcher typed) {
        return Objects.requireNonNullElse(typed.group(3), "");
    }

    /// The payload with the mentions of the bot, which an article may have like any other name.
    private static String exact(Matcher typed, Message message) {
        Matcher whole = COMMAND.matcher(AddressedText.plainText(message).strip());
        return payload(whole.matches() ? whole : typed);
    }

    /// A question, or the message that `/ask` replies to: without a question of its own it is about
    /// that message, which then gets the reply.
    private Incoming ask(String question, Message message, MessageContext context) {
        RepliedTo target = repliedTo(message);
        if (!question.isBlank()) {
            return new Incoming.Asked(context, question, target);
        }
        return target == null || target.ours() || target.text().isBlank()
                ? new Incoming.Commanded(context, Command.ASK, "", target)
                : new Incoming.Asked(context.replyingTo(target.messageId()), target.text(), null);
    }

    private @Nullable RepliedTo repliedTo(Message message) {
        Message target = message.getReplyToMessage();
        // In a topic everything replies to the message that opened the topic.
        if (target == null
                || target.getMessageId() == null
                || target.getForumTopicCreated() != null) {
            return null;
        }
        return new RepliedTo(target.getMessageId(), me.is(target.getFrom()), question(target));
    }

    /// What a message asks or says, without what addresses it to the bot; empty when it has no
    /// words.
    String question(Message message) {
        String text = AddressedText.of(message, me).map(AddressedText::text).orElse("");
        Matcher command = COMMAND.matcher(text.strip());
        return command.matches() && Command.named(command.group(1)) == Command.ASK
                ? Objects.requireNonNullElse(command.group(3), "")
                : text;
    }

    private static Incoming wordless(Message message, MessageContext context) {
        return hasContent(message)
                ? new Incoming.Chatted(context)
                : new Incoming.Ignored("a service message");
    }

    /// Whether a user has sent something; a service message tells of a pin or a new title.
    private static boolean hasContent(Message message) {
        return Stream.of(
                        message.getText(),
                        message.getSticker(),
                        message.getPhoto(),
                        message.getVoice(),
                        message.getAudio(),
                        message.getVideo(),
                        message.getVideoNote(),
                        message.getAnimation(),
                        message.getDocument(),
                        message.getLocation(),
                        message.getContact(),
                        message.getPoll(),
                        message.getDice(),
                        message.getStory(),
                        message.getGame(),
                        message.getChecklist(),
                        message.getPaidMedia())
                .anyMatch(Objects::nonNull);
    }
}
