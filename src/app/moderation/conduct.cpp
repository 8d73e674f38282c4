#include "app/moderation/conduct.hpp"

#include "app/act/record.hpp"
#include "store/moderation/conduct_store.hpp"

namespace medskapa::app {

Result<Conduct> set_conduct(Permitted<Action::describe_site> act, Conduct typed) {
    auto conduct = checked(std::move(typed));
    if (!conduct) return conduct;
    conduct->written_at = act.now();
    conduct->id = store::add(tx(act), *conduct);
    record(act, EntryType::conduct_changed, object_named(ObjectKind::site, "conduct"));
    return conduct;
}

}  // namespace medskapa::app
