package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import dev.verbatim.group.threads.Threads.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds for every message of a chat the one that it answers, or that it starts a thread.
///
/// A reply by its author's own hand is always a link. Topics of a forum are never crossed. The same
/// messages give the same threads. Safe for concurrent use.
public final class Disentangler {

    /// For what people are shown: a message stays by itself rather than among what it may not
    /// belong to.
    public static final double WHEN_SURE = 0.5;

    /// For measuring: the likeliest, however unlikely.
    public static final double BEST_GUESS = 0;

    private final double sureness;

    /// @param sureness how probable a guessed link must be, from 0 to 1; below it, a message starts
    ///   a thread
    public Disentangler(double sureness) {
        if (!(sureness >= 0 && sureness <= 1)) {
            throw new IllegalArgumentException(sureness + " is not from 0 to 1");
        }
        this.sureness = sureness;
    }

    /// Untangles the messages of one chat.
    ///
    /// @param messages in the order in which they were sent
    public Threads untangle(List<ChatMessage> messages) {
        People people = People.of(messages);
        Map<Long, ChatMessage> earlier = new HashMap<>();
        Map<Long, Transcript> topics = new HashMap<>();
        List<Link> links = new ArrayList<>();
        for (ChatMessage message : messages) {
            Transcript topic = topics.computeIfAbsent(message.topic(), _ -> new Transcript(people));
            links.add(link(message, earlier, topic));
            earlier.putIfAbsent(message.id(), message);
        }
        return Threads.of(links);
    }

    private Link link(ChatMessage message, Map<Long, ChatMessage> earlier, Transcript topic) {
        ChatMessage guess = topic.guess(message);
        Long replyTo = message.replyTo();
        if (replyTo == null || opensTopic(replyTo, message) || replyTo >= message.id()) {
            return new Link(message, sureness > WHEN_SURE ? null : guess, false);
        }
        ChatMessage parent = earlier.get(replyTo);
        boolean here = parent != null && parent.topic() == message.topic();
        return new Link(message, here ? parent : null, here || parent == null);
    }

    /// Everything said in a topic of a forum replies to the message that opened it, if to nothing
    /// else.
    private static boolean opensTopic(long id, ChatMessage message) {
        return message.topic() != 0 && message.topic() == id;
    }
}
