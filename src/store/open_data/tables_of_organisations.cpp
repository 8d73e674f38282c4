#include "store/open_data/table_lists.hpp"

#include "store/organisation/columns.hpp"
#include "store/site/columns.hpp"

namespace medskapa::store::open_data {

using namespace tables;

std::vector<PublicTable> tables_of_organisations() {
    return {
        {"organisations", "Organisations that were asked for an answer, or confirmed what was sent for them",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<organisation>("o.public_id", "organisation", "its address"),
                column<organisation>("o.name", "name", "name"),
                column<organisation>("o.number", "number", "organisation number of a legal person"),
                column<organisation>("o.kind", "kind", "what it is"),
                column<organisation>("o.sector", "sector", "of the quadruple helix"),
                column<organisation>("o.line_of_work", "line_of_work", "what it works with"),
            },
            "FROM organisation o JOIN process p ON EXISTS (SELECT 1 FROM party q WHERE q.process_id = p.id "
            "AND q.organisation_id = o.id) OR EXISTS (SELECT 1 FROM mandate m JOIN inspel i ON i.id = "
            "m.inspel_id WHERE m.process_id = p.id AND m.organisation_id = o.id AND i.state = 'published' "
            "AND i.shown_organisation = i.organisation AND m.confirmed_at IS NOT NULL AND (m.needs_second = "
            "0 OR m.approved_at IS NOT NULL)) WHERE o.merged_into_id IS NULL ORDER BY p.slug, o.folded_name, "
            "o.id"},
    };
}

}  // namespace medskapa::store::open_data
