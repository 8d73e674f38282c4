#pragma once

#include "base/result.hpp"
#include "domain/staff/authorisation.hpp"
#include "store/sql/connection.hpp"

#include <functional>
#include <map>
#include <optional>
#include <type_traits>

namespace medskapa::sql {
class Writer;
}

namespace medskapa::app {

/// What a page showed of the rows that are then acted on: the version of each, by its name. See
/// app/act/seen.hpp.
using Seen = std::map<std::string, std::string, std::less<>>;

/// What somebody does, all of it in one transaction: who, in which process, and when. Only perform() makes
/// one, and it ends with the verb. Only app/ can write in it: see app/act/transaction.hpp.
class Act {
public:
    const Actor& actor() const { return *actor_; }
    /// Empty, with the id 0, for what is done to the installation and to no process.
    const Process& process() const { return *process_; }
    /// The same for all that is written in the transaction.
    Instant now() const { return tx_->now(); }
    /// For reading what is there, and what this act has written so far.
    sql::Connection& db() const { return tx_->db(); }
    /// "handler", "operator" or "anybody": what the log may say about who acts.
    std::string role() const;

protected:
    /// Throws NotPermitted when the actor may not do this in the act's process.
    void demand(Action) const;

private:
    friend struct ActAccess;
    Act(sql::Transaction& tx, const Actor& actor, const Process& process, const Seen* seen)
        : tx_{&tx}, actor_{&actor}, process_{&process}, seen_{seen} {}

    sql::Transaction* tx_;
    const Actor* actor_;
    const Process* process_;
    const Seen* seen_;  // null where the act comes from no page
};

/// An act whose actor may do this in its process: having one is the proof that authorize() said yes. A verb
/// that takes one asks by being called, and throws NotPermitted before it has done anything.
template <Action action>
class Permitted : public Act {
public:
    Permitted(const Act& act) : Act{act} { demand(action); }
};

/// The actor may not do what the verb does. perform() makes a refusal of it.
struct NotPermitted {};

/// A page showed a row otherwise than it stands now, or not at all.
struct SeenOtherwise {
    std::string row;
    std::string version;                // as it stands now
    std::vector<std::string> standing;  // the words in it
};

namespace detail {
/// False when the actor was not permitted. Nothing is kept unless the verb returns true.
bool perform(
    sql::Writer&, const Actor&, const Process&, const Seen*, const std::function<bool(const Act&)>& verb);
}  // namespace detail

/// Runs `verb(const Act&)` on the writer's thread, and returns its Result once it is durable. Refuses with
/// not_allowed when the actor may not do what the verb does, or one of the verbs that it calls; then, and
/// when the verb refuses, nothing is kept. Throws what sql::Writer::write() throws. An act that comes from a
/// page brings what the page showed, and throws SeenOtherwise where that is not what stands there.
template <class Verb>
auto perform(sql::Writer& writer, const Actor& actor, const Process& process, Verb verb,
    const Seen* seen = nullptr) -> std::invoke_result_t<Verb, const Act&> {
    std::optional<std::invoke_result_t<Verb, const Act&>> result;
    const bool is_permitted = detail::perform(writer, actor, process, seen, [&](const Act& act) {
        result.emplace(verb(act));
        return result->has_value();
    });
    if (!is_permitted) return refuse(Failure::Kind::not_allowed);
    return *std::move(result);
}

}  // namespace medskapa::app
