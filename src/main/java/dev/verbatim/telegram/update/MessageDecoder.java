package dev.verbatim.telegram.update;

import dev.verbatim.telegram.update.Incoming.RepliedTo;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// A decoder that makes an [Incoming] of a message. In a private chat everything is meant for the
/// bot; in a group only a command, a mention, or a reply to a message of the bot.
///
/// The caption of a picture, a file or any other medium is the message's text.
public final class MessageDecoder {

    // A shorter message is hardly an article.
    private static final int LONG = 400;

    private final BotIdentity me;
    private final LongPredicate editors;

    /// @param editors whether a user may send articles as files
    MessageDecoder(BotIdentity me, LongPredicate editors) {
        this.me = me;
        this.editors = editors;
    }

    /// Whether a text is a command, for any bot.
    public static boolean isCommand(String text) {
        return TypedCommand.in(text).isPresent();
    }

    Incoming decode(Message message) {
        Optional<MessageContext> origin = MessageContextReader.of(message);
        if (origin.isEmpty()) {
            return new Incoming.Ignored("not a chat we talk in, or nobody's words");
        }
        return Boolean.TRUE.equals(message.getIsAutomaticForward())
                ? posted(message, origin.get().chatId())
                : decode(message, origin.get());
    }

    /// Decodes a message that mentions the bot in a chat which it isn't in. It asks what is written
    /// beside the mention, or else what it replies to.
    Incoming decodeGuest(Message message) {
        Optional<MessageContext> origin = MessageContextReader.of(message);
        User asker = message.getFrom();
        if (origin.isEmpty()
                || message.getGuestQueryId() == null
                || asker == null
                || asker.getId() == null) {
            return new Incoming.Ignored("a guest query of nobody");
        }
        RepliedTo target = reference(message);
        String about =
                target == null || (target.ours() && target.text().isBlank()) ? "" : target.text();
        String own = question(message);
        boolean asks = !own.isBlank() && !isCommand(own);
        return new Incoming.GuestAsked(
                message.getGuestQueryId(),
                new Incoming.Guest(asker.getId(), origin.get().chatId(), origin.get().language()),
                asks ? own : about,
                asks ? about : "");
    }

    private static Incoming posted(Message message, long chatId) {
        String text = AddressedText.plainText(message);
        return ChannelPostReader.of(message)
                .filter(_ -> !text.isBlank())
                .<Incoming>map(post -> new Incoming.Posted(chatId, post, text))
                .orElse(new Incoming.Ignored("a channel's post in its discussion group"));
    }

    private Incoming decode(Message message, MessageContext context) {
        boolean inGroup = context.kind().isGroup();
        if (me.is(message.getViaBot()) || (inGroup && message.getViaBot() != null)) {
            return new Incoming.Ignored("sent through a bot");
        }
        if (!inGroup && isArticle(message) && editors.test(context.personId())) {
            return upload(message.getDocument(), context);
        }
        Incoming incoming =
                AddressedText.of(message, me)
                        .map(addressedText -> written(addressedText, message, context))
                        .orElseGet(() -> wordless(message, context));
        return !inGroup && incoming instanceof Incoming.Asked
                ? forwarded(message, context).orElse(incoming)
                : incoming;
    }

    /// A post of a channel is an article when an editor forwards it, however short it is.
    private Optional<Incoming> forwarded(Message message, MessageContext context) {
        Optional<Incoming.ChannelPost> post =
                ChannelPostReader.of(message).filter(_ -> editors.test(context.personId()));
        String text = AddressedText.plainText(message);
        return post.isPresent() || isLongAndForwarded(message)
                ? Optional.of(new Incoming.Forwarded(context, text, post.orElse(null)))
                : Optional.empty();
    }

    /// A moving picture is a file, too, for apps that don't know it. What has a command as its
    /// caption is for that command.
    private static boolean isArticle(Message message) {
        Optional<TypedCommand> command = TypedCommand.in(AddressedText.plainText(message));
        return command.filter(one -> Command.named(one.name()) != Command.ADD).isEmpty()
                && message.getAnimation() == null
                && message.getDocument() != null
                && message.getDocument().getFileId() != null;
    }

    private static boolean isLongAndForwarded(Message message) {
        return message.getForwardOrigin() != null
                && AddressedText.plainText(message).length() > LONG;
    }

    private static Incoming upload(Document file, MessageContext context) {
        return new Incoming.Uploaded(
                context,
                file.getFileId(),
                Objects.requireNonNullElse(file.getFileName(), ""),
                size(file));
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

    private Incoming written(AddressedText addressedText, Message message, MessageContext context) {
        Optional<TypedCommand> command = command(addressedText.text(), message);
        if (command.isPresent()) {
            return command(command.get(), addressedText.mentionsBot(), message, context);
        }
        if (addressedText.text().isBlank()) {
            return ask("", message, context);
        }
        return asked(addressedText, message, context);
    }

    private Incoming asked(AddressedText addressedText, Message message, MessageContext context) {
        RepliedTo target = reference(message);
        Optional<String> asked = askedWithin(addressedText.text(), message);
        boolean direct = !context.kind().isGroup() || addressedText.mentionsBot();
        boolean answersUs = target != null && target.ours() && !AddressedText.callsAnother(message);
        return direct || answersUs || asked.isPresent()
                ? new Incoming.Asked(context, asked.orElse(addressedText.text()), target, !direct)
                : new Incoming.Ignored("not addressed to us");
    }

    /// What comes after `/ask` in the middle of a message.
    private Optional<String> askedWithin(String text, Message message) {
        return AddressedText.hasCommand(message)
                ? TypedCommand.askWithin(text)
                        .filter(ask -> ask.addressee() == null || me.hasUserName(ask.addressee()))
                        .map(TypedCommand::payload)
                : Optional.empty();
    }

    /// What is marked as code is shown, and not given.
    private static Optional<TypedCommand> command(String text, Message message) {
        String plain = AddressedText.plainText(message);
        int slash = plain.indexOf('/');
        return AddressedText.entities(message).stream()
                        .filter(entity -> AddressedText.isWithin(entity, plain))
                        .anyMatch(entity -> isCode(entity, slash))
                ? Optional.empty()
                : TypedCommand.in(text);
    }

    private static boolean isCode(MessageEntity entity, int at) {
        return ("code".equals(entity.getType()) || "pre".equals(entity.getType()))
                && entity.getOffset() <= at
                && at < entity.getOffset() + entity.getLength();
    }

    private Incoming command(
            TypedCommand typed, boolean mentioned, Message message, MessageContext context) {
        String addressee = typed.addressee();
        boolean toUs = mentioned || (addressee != null && me.hasUserName(addressee));
        Command command = Command.named(typed.name());
        if (context.kind().isGroup() && !toUs && (addressee != null || !command.isForGroups())) {
            return new Incoming.Ignored("another bot's command, as it seems");
        }
        boolean isArticle = command == Command.ADD || command == Command.EDIT;
        String payload = isArticle ? exact(typed, message) : typed.payload();
        Document file = command == Command.IMPORT ? file(message) : null;
        if (file != null) {
            return new Incoming.Exported(context, file.getFileId(), size(file));
        }
        return command == Command.ASK
                ? ask(payload, message, context)
                : new Incoming.Commanded(context, command, payload, target(command, message));
    }

    /// Of a message that is checked, only the words count that the user has quoted.
    private @Nullable RepliedTo target(Command command, Message message) {
        return command == Command.CHECK ? reference(message) : repliedTo(message);
    }

    /// The payload with the mentions of the bot, which an article may have like any other name.
    private static String exact(TypedCommand typed, Message message) {
        return TypedCommand.in(AddressedText.plainText(message)).orElse(typed).payload();
    }

    /// A question, or what `/ask` replies to: without a question of its own it is about the words
    /// that the user has quoted, or else about the whole message, which then gets the reply.
    private Incoming ask(String question, Message message, MessageContext context) {
        RepliedTo target = reference(message);
        if (!question.isBlank()) {
            return new Incoming.Asked(context, question, target);
        }
        if (target == null || target.text().isBlank() || (target.ours() && !target.quoted())) {
            return new Incoming.Commanded(context, Command.ASK, "", repliedTo(message));
        }
        boolean here = target.messageId() != 0 && !target.ours();
        return new Incoming.Asked(
                here ? context.replyingTo(target.messageId()) : context,
                target.text(),
                null,
                false,
                target.authorId());
    }

    /// What a message refers to: a message that it replies to, in this chat or, when the user has
    /// quoted its words, in another.
    private @Nullable RepliedTo reference(Message message) {
        RepliedTo target = repliedTo(message);
        String quote = quote(message);
        if (quote.isEmpty()) {
            return target;
        }
        return target == null
                ? new RepliedTo(0, false, quote, true, 0)
                : new RepliedTo(target.messageId(), target.ours(), quote, true, target.authorId());
    }

    private static String quote(Message message) {
        return message.getQuote() == null
                ? ""
                : Objects.requireNonNullElse(message.getQuote().getText(), "").strip();
    }

    private @Nullable RepliedTo repliedTo(Message message) {
        Message target = message.getReplyToMessage();
        // In a topic everything replies to the message that opened the topic.
        if (target == null
                || target.getMessageId() == null
                || target.getForumTopicCreated() != null) {
            return null;
        }
        return new RepliedTo(
                target.getMessageId(),
                me.is(target.getFrom()),
                question(target),
                false,
                MessageContextReader.author(target).orElse(0L));
    }

    /// What a message asks or says, without what addresses it to the bot; empty when it has no
    /// words.
    String question(Message message) {
        String text = AddressedText.of(message, me).map(AddressedText::text).orElse("");
        return TypedCommand.in(text)
                .filter(command -> Command.named(command.name()) == Command.ASK)
                .map(TypedCommand::payload)
                .orElse(text);
    }

    /// A user who speaks waits for an answer, in a group if it is a reply to the bot.
    private Incoming wordless(Message message, MessageContext context) {
        boolean spoken = message.getVoice() != null || message.getVideoNote() != null;
        if (context.kind().isGroup()) {
            RepliedTo target = spoken ? repliedTo(message) : null;
            return target != null && target.ours()
                    ? new Incoming.Chatted(context, true)
                    : new Incoming.Ignored("no words");
        }
        return ServiceMessages.isOne(message)
                ? new Incoming.Ignored("a service message")
                : new Incoming.Chatted(context, spoken);
    }
}
