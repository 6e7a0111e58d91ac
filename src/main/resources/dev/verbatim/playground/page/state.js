// What the page knows: the bot, the users, the chats with their messages, and what is chosen.

export const state = { bot: {}, people: [], rooms: new Map(), suggestions: [], extensions: [], person: 0, room: 0, topic: 0 };

export const chat = () => state.rooms.get(state.room);
export const person = () => state.people.find((one) => one.id === state.person);

export const isByBot = (message) => (message.from || {}).id === state.bot.id;
export const isOwn = (message) => (message.from || {}).id === state.person;
export const isInTopic = (message) => isShown(message) && (!chat().is_forum || (message.message_thread_id || 0) === state.topic);

/** Whether the chosen user sees a message: one for somebody else isn't shown. */
export const isShown = (message) => !message.receiver_user || message.receiver_user.id === state.person;

/** Whether the chosen user has this chat. */
export const isVisible = (room) => room.type === "private"
  ? room.id === state.person
  : room.members.some((member) => member.user.id === state.person && isMember(member));

export const isMember = (member) => !["left", "kicked"].includes(member.status);

export const titleOf = (room) => (room.type === "private" ? state.bot.first_name : room.title);

/** Takes over the server's whole state; what is chosen stays. */
export function replaceState(all) {
  state.bot = all.bot;
  state.people = all.people;
  state.suggestions = all.suggestions;
  state.extensions = all.extensions;
  const unread = (room) => state.rooms.get(room.id)?.unread || 0;
  state.rooms = new Map(all.rooms.map((room) => [room.id, { ...room, unread: unread(room), messages: new Map(room.messages.map((message) => [message.message_id, message])) }]));
}
