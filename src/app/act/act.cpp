#include "app/act/act.hpp"

#include "app/act/seen.hpp"
#include "app/act/transaction.hpp"
#include "store/sql/writer.hpp"

namespace medskapa::app {

struct ActAccess {
    static Act make(
        sql::Transaction& tx, const Actor& actor, const Process& process, const Seen* seen = nullptr) {
        return {tx, actor, process, seen};
    }
    static const Seen* seen(const Act& act) { return act.seen_; }
    static sql::Transaction& transaction(const Act& act) { return *act.tx_; }
};

std::string Act::role() const {
    return role_in(actor(), process().id);
}

void Act::demand(Action action) const {
    if (!authorize(actor(), action, process().id)) throw NotPermitted{};
}

sql::Transaction& tx(const Act& act) {
    return ActAccess::transaction(act);
}

void demand_seen(const Act& act, const sql::RowVersion& now, std::vector<std::string> standing) {
    const auto* seen = ActAccess::seen(act);
    if (seen == nullptr) return;
    const auto shown = seen->find(now.row);
    if (shown == seen->end() || shown->second != now.version)
        throw SeenOtherwise{now.row, now.version, std::move(standing)};
}

Act in_process(const Act& act, const Process& process) {
    return ActAccess::make(tx(act), act.actor(), process);
}

Act by_operator(const Act& act, const Process& process) {
    static const auto operating = Actor::operating();
    return ActAccess::make(tx(act), operating, process);
}

bool detail::perform(sql::Writer& writer, const Actor& actor, const Process& process, const Seen* seen,
    const std::function<bool(const Act&)>& verb) {
    bool is_permitted = true;
    std::optional<SeenOtherwise> otherwise;
    (void)writer.write([&](sql::Transaction& tx) -> Result<bool> {
        try {
            if (verb(ActAccess::make(tx, actor, process, seen))) return true;
        } catch (const NotPermitted&) {
            is_permitted = false;
        } catch (const SeenOtherwise& caught) {
            otherwise = caught;
        }
        return refuse(Failure::Kind::not_allowed);  // the verb has said why: this only undoes it
    });
    if (otherwise) throw *otherwise;
    return is_permitted;
}

}  // namespace medskapa::app
