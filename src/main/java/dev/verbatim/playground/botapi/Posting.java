package dev.verbatim.playground.botapi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Puts messages into chats, changes and removes them. Always under the world's lock.
final class Posting {

    private final World world;

    Posting(World world) {
        this.world = world;
    }

    Post write(Person person, Room room, Draft draft) {
        if (!room.isPrivate() && !room.membership(person).isInside()) {
            throw new IllegalStateException(person.firstName() + " is not in " + room.title());
        }
        if (room.membership(person) == Membership.MUTED) {
            throw new IllegalStateException(person.firstName() + " is muted in " + room.title());
        }
        long date = draft.date() == 0 ? world.now() : draft.date();
        var sender = new Post.Sender(person, room.isChannel() ? room : draft.as());
        ObjectNode content = EntityFinder.marked(draft.content().deepCopy());
        Post post = post(room, sender, place(room, draft), date, content);
        put(post);
        return post;
    }

    Post speak(Bot bot, Room room, Post.Place place, ObjectNode content) {
        Post post = post(room, sender(bot, room), place, world.now(), content);
        put(post);
        return post;
    }

    /// A message that says what has happened in the chat.
    Post service(Room room, Account by, ObjectNode content) {
        return speakAs(sender(by, room), room, content);
    }

    /// A message by way of a bot's inline mode.
    Post writeVia(Person person, Room room, Bot via, ObjectNode content) {
        var sender = new Post.Sender(person, null);
        Post post = post(room, sender, Post.Place.ANYWHERE, world.now(), content);
        post.setVia(via);
        put(post);
        return post;
    }

    void rewrite(Post post, Draft draft) {
        ObjectNode content = post.content().deepCopy();
        if (content.has("text")) {
            content.setAll(draft.content());
            content.remove("entities");
        } else {
            content.put("caption", draft.content().path("text").asString(""));
        }
        post.rewrite(EntityFinder.marked(content), world.now());
        world.tell(new Event.Edited(post));
        world.dispatch().post(post, true);
    }

    /// By a bot, which hears nothing of it.
    void rewrite(Post post, ObjectNode content, boolean words) {
        post.rewrite(content, words ? world.now() : 0);
        world.tell(new Event.Edited(post));
    }

    /// Bots are not told: there is no such update.
    void remove(Post post) {
        post.room().forget(post.id());
        world.tell(new Event.Removed(post.room(), post.id()));
    }

    void react(Account who, Post post, String emoji) {
        String before = Optional.ofNullable(post.reactions().get(who)).orElse("");
        if (emoji.isEmpty()) {
            post.reactions().remove(who);
        } else {
            post.reactions().put(who, emoji);
        }
        world.tell(new Event.Edited(post));
        if (who instanceof Person person) {
            world.dispatch().reaction(person, post, before, emoji);
        }
    }

    int openTopic(Room room, String name, Account by) {
        if (!room.isForum()) {
            throw Refusal.badRequest("The chat is not a forum");
        }
        ObjectNode content = Json.object();
        content.putObject("forum_topic_created").put("name", name).put("icon_color", 7_322_096);
        int id = room.nextId();
        var place = new Post.Place(id, 0, null);
        room.topics().put(id, name);
        put(new Post(room, id, sender(by, room), place, world.now(), content));
        world.tell(new Event.RoomChanged(room));
        return id;
    }

    private Post speakAs(Post.Sender sender, Room room, ObjectNode content) {
        Post post = post(room, sender, Post.Place.ANYWHERE, world.now(), content);
        put(post);
        return post;
    }

    private static Post.Sender sender(Account by, Room room) {
        return new Post.Sender(by, room.isChannel() ? room : null);
    }

    private static Post post(
            Room room, Post.Sender sender, Post.Place place, long date, ObjectNode content) {
        return new Post(room, room.nextId(), sender, place, date, content);
    }

    private void put(Post post) {
        Room room = post.room();
        room.add(post);
        world.tell(new Event.Posted(post));
        world.dispatch().post(post, false);
        Room comments = room.linked();
        if (room.isChannel() && comments != null && !post.isService()) {
            forwardToComments(post, comments);
        }
    }

    private void forwardToComments(Post post, Room comments) {
        ObjectNode content = post.content().deepCopy();
        content.remove("reply_markup");
        content.put("is_automatic_forward", true);
        content.set("forward_origin", Origin.of(post));
        var sender = new Post.Sender(post.sender().account(), post.room());
        put(post(comments, sender, Post.Place.ANYWHERE, world.now(), content));
    }

    private static Post.Place place(Room room, Draft draft) {
        Post target = room.find(draft.replyTo());
        int topic = draft.topic() == 0 && target != null ? topicOf(target) : draft.topic();
        ObjectNode quote = target == null ? null : quote(target, draft.quote());
        return new Post.Place(topic, draft.replyTo(), quote);
    }

    /// A reply stands in its target's topic, and a comment in its channel post's thread.
    static int topicOf(Post target) {
        boolean opensThread = target.content().path("is_automatic_forward").asBoolean(false);
        return opensThread ? target.id() : target.place().topic();
    }

    private static @Nullable ObjectNode quote(Post target, String words) {
        int position = target.text().indexOf(words);
        if (words.isEmpty() || position < 0) {
            return null;
        }
        return Json.object().put("text", words).put("position", position).put("is_manual", true);
    }
}
