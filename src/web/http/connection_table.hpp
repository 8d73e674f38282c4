#pragma once

#include <array>
#include <cstdint>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

namespace medskapa::web::http {

/// What a connection is doing, those first whose loss costs a visitor least.
enum class Phase {
    idle,       // no request has begun
    receiving,  // a request is on its way to us
    sending,    // an answer is on its way to the visitor
    answering   // a worker has the request: never closed to make room
};

/// Who is connected, by network, and who has to go when there is no more room: the one that has waited
/// longest, in the network with most connections. So a crowd from one network closes its own, and not
/// others'. For one thread.
class ConnectionTable {
public:
    using Key = std::uint64_t;

    /// `of_network`: how many of one network, but that named "", which is the machine itself and its proxies.
    ConnectionTable(std::size_t all, std::size_t of_network) : most_{all}, most_of_network_{of_network} {}

    struct Arrival {
        std::optional<Key> key;       // none: there is no room
        std::optional<Key> to_close;  // has left the table already
    };
    Arrival arrive(const std::string& network);
    void enter(Key, Phase);
    /// Of one that has left already: nothing.
    void leave(Key);

    bool contains(Key key) const { return members_.contains(key); }
    bool is_idle(Key) const;
    std::size_t size() const { return members_.size(); }
    std::size_t in(Phase) const;

private:
    static constexpr std::size_t phases = 4;
    struct Network {
        std::array<std::list<Key>, phases> waiting;  // oldest first
        std::size_t size = 0;
    };
    using Networks = std::map<std::string, Network>;
    struct Member {
        Networks::iterator network;
        Phase phase = Phase::idle;
        std::list<Key>::iterator place;
    };

    Networks::iterator largest();
    std::optional<Key> take_oldest(Networks::iterator);

    std::size_t most_;
    std::size_t most_of_network_;
    Key next_ = 1;
    Networks networks_;
    std::unordered_map<Key, Member> members_;
};

}  // namespace medskapa::web::http
