#include "app/site/logotype.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "domain/inspel/original_file.hpp"
#include "store/site/columns.hpp"
#include "store/site/logotype_store.hpp"

namespace medskapa::app {

Result<SiteLogotype> change_logotype(
    Permitted<Action::describe_site> act, const std::optional<std::string>& bytes) {
    SiteLogotype logotype;
    if (bytes) {
        const auto picture = checked_logotype(*bytes);
        if (!picture) return tl::unexpected{picture.error()};
        if (const auto sound = checked_original("logotyp", *bytes); !sound)
            return tl::unexpected{sound.error()};
        logotype.picture = *picture;
    }
    demand_seen<store::tables::site_logotype>(act, store::site_logotype(act.db()));
    logotype.written_at = act.now();
    logotype.id = store::add(tx(act), logotype, bytes.value_or(""));
    record(act, EntryType::site_appearance_changed, object_named(ObjectKind::site, "logotype"));
    return logotype;
}

}  // namespace medskapa::app
