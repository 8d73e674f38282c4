#include "app/act/act.hpp"

#include "app/act/transaction.hpp"
#include "store/sql/writer.hpp"

namespace medskapa::app {

struct ActAccess {
    static Act make(sql::Transaction& tx, const Actor& actor, const Process& process) {
        return {tx, actor, process};
    }
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

Act in_process(const Act& act, const Process& process) {
    return ActAccess::make(tx(act), act.actor(), process);
}

Act by_operator(const Act& act, const Process& process) {
    static const auto operating = Actor::operating();
    return ActAccess::make(tx(act), operating, process);
}

bool detail::perform(sql::Writer& writer, const Actor& actor, const Process& process,
    const std::function<bool(const Act&)>& verb) {
    bool is_permitted = true;
    (void)writer.write([&](sql::Transaction& tx) -> Result<bool> {
        try {
            if (verb(ActAccess::make(tx, actor, process))) return true;
        } catch (const NotPermitted&) {
            is_permitted = false;
        }
        return refuse(Failure::Kind::not_allowed);  // the verb has said why: this only undoes it
    });
    return is_permitted;
}

}  // namespace medskapa::app
