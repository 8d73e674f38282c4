#include "app/site/appearance.hpp"

#include "app/act/record.hpp"
#include "store/site/appearance_store.hpp"

namespace medskapa::app {

Result<SiteAppearance> change_appearance(Permitted<Action::describe_site> act, SiteAppearance typed) {
    auto appearance = checked(std::move(typed));
    if (!appearance) return appearance;
    appearance->written_at = act.now();
    appearance->id = store::add(tx(act), *appearance);
    record(act, EntryType::site_appearance_changed, object_named(ObjectKind::site, "appearance"));
    return appearance;
}

}  // namespace medskapa::app
