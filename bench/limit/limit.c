/* The least that a site could cost: pages of a fixed size, and votes that are durable, by one thread with epoll
 * and SQLite (WAL, FULL), without a rule, a right or a log. bench/limit/limit.py measures it.
 *
 *   limit FILE BYTES   listens on a port that it prints; votes are kept in FILE, a page has BYTES
 *
 * A request is answered when it is whole. All votes that have come when the thread looks are one transaction. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { most_connections = 1024, most_events = 256, longest_request = 4096 };

struct client {
    char bytes[longest_request];
    size_t length;
};

static struct client clients[most_connections];
static char *page;
static size_t page_length;
static sqlite3 *database;
static sqlite3_stmt *insert, *begin, *commit;

static void must(int holds, const char *what) {
    if (holds) return;
    perror(what);
    exit(1);
}

static void run(sqlite3_stmt *statement) {
    must(sqlite3_step(statement) == SQLITE_DONE, "sqlite");
    sqlite3_reset(statement);
}

static void open_database(const char *file) {
    must(sqlite3_open(file, &database) == SQLITE_OK, file);
    must(sqlite3_exec(database,
             "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
             "CREATE TABLE IF NOT EXISTS vote (id INTEGER PRIMARY KEY, statement INTEGER, stance INTEGER)",
             NULL, NULL, NULL) == SQLITE_OK, "the table");
    sqlite3_prepare_v2(database, "INSERT INTO vote (statement, stance) VALUES (?, ?)", -1, &insert, NULL);
    sqlite3_prepare_v2(database, "BEGIN IMMEDIATE", -1, &begin, NULL);
    sqlite3_prepare_v2(database, "COMMIT", -1, &commit, NULL);
}

static int number_after(const char *text, const char *name) {
    const char *found = strstr(text, name);
    return found ? atoi(found + strlen(name)) : 0;
}

/* Whether the request is whole. */
static int is_whole(const struct client *client) {
    const char *end = strstr(client->bytes, "\r\n\r\n");
    if (!end) return 0;
    const size_t body = (size_t)number_after(client->bytes, "Content-Length: ");
    return client->length >= (size_t)(end + 4 - client->bytes) + body;
}

static void answer(int socket, const char *bytes, size_t length) {
    while (length > 0) {
        const ssize_t sent = send(socket, bytes, length, MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes += sent;
        length -= (size_t)sent;
    }
}

static void keep_vote(const struct client *client) {
    const char *body = strstr(client->bytes, "\r\n\r\n") + 4;
    sqlite3_bind_int(insert, 1, number_after(body, "nummer="));
    sqlite3_bind_int(insert, 2, number_after(body, "rost="));
    run(insert);
}

/* Reads what has come; whether it is a vote that is now kept, and waits for its answer. */
static int heard(int socket, int is_first) {
    struct client *client = &clients[socket];
    const ssize_t got = recv(socket, client->bytes + client->length, longest_request - 1 - client->length, 0);
    if (got <= 0) {
        close(socket);
        return 0;
    }
    client->length += (size_t)got;
    client->bytes[client->length] = 0;
    if (!is_whole(client)) return 0;
    client->length = 0;
    if (strncmp(client->bytes, "POST ", 5) != 0) {
        answer(socket, page, page_length);
        return 0;
    }
    if (is_first) run(begin);
    keep_vote(client);
    return 1;
}

static int listening(void) {
    const int one = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    const int socket_ = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    must(bind(socket_, (struct sockaddr *)&address, sizeof address) == 0, "bind");
    must(listen(socket_, most_connections) == 0, "listen");
    getsockname(socket_, (struct sockaddr *)&address, &size);
    printf("listening on http://127.0.0.1:%d\n", ntohs(address.sin_port));
    fflush(stdout);
    return socket_;
}

static void watch(int queue, int socket) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = socket};
    must(socket < most_connections && epoll_ctl(queue, EPOLL_CTL_ADD, socket, &event) == 0, "a connection");
}

int main(int argc, char **argv) {
    static const char taken[] = "HTTP/1.1 303 See Other\r\nLocation: /\r\nContent-Length: 0\r\n"
                                "Set-Cookie: key=0123456789abcdef0123456789abcdef; Path=/\r\n\r\n";
    must(argc == 3, "limit FILE BYTES");
    open_database(argv[1]);
    const size_t body = (size_t)atoi(argv[2]);
    must((page = malloc(body + 100)) != NULL, "memory");
    page_length = (size_t)sprintf(page, "HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n", body);
    memset(page + page_length, 'x', body);
    page_length += body;

    const int queue = epoll_create1(0), door = listening();
    watch(queue, door);
    for (;;) {
        struct epoll_event events[most_events];
        int voters[most_events], votes = 0;
        const int ready = epoll_wait(queue, events, most_events, -1);
        for (int i = 0; i < ready; ++i) {
            const int socket = events[i].data.fd;
            if (socket == door)
                watch(queue, accept(door, NULL, NULL));
            else if (heard(socket, votes == 0))
                voters[votes++] = socket;
        }
        if (votes > 0) run(commit);
        for (int i = 0; i < votes; ++i) answer(voters[i], taken, sizeof taken - 1);
    }
}
