#include "store/correction/columns.hpp"
#include "store/open_data/table_lists.hpp"
#include "store/site/columns.hpp"

namespace medskapa::store::open_data {

using namespace tables;

std::vector<PublicTable> tables_of_corrections() {
    return {
        {"corrections", "What was public and wrong, with what is right",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<correction>("c.number", "correction", "in the process"),
                column<correction>("c.kind", "kind", "decision, version, party, seat, step or answer"),
                column<correction>("c.object", "object", "its name in the open log"),
                column<correction>(
                    "c.place", "place", "of words: the paragraph's code; of a name: its language"),
                column<correction>("c.aspect", "aspect", "what of it"),
                column<correction>("c.was", "was", "what stood; empty where it is withheld or was not kept"),
                column<correction>("c.corrected", "corrected", "what is right; the same"),
                column<correction>("c.is_withheld", "withheld", "what stood held something of a person"),
                column<correction>("c.reason", "reason", "in words"),
                column<correction>("c.role", "role", "of who corrected"),
                column<correction>("c.made_at", "made", "when"),
            },
            "FROM correction c JOIN process p ON p.id = c.process_id WHERE c.kind <> 'answer' OR EXISTS "
            "(SELECT 1 FROM issue s JOIN inspel i ON i.id = s.inspel_id WHERE s.answer_id = c.thing_id AND "
            "i.state = 'published') ORDER BY p.slug, c.number"},
    };
}

}  // namespace medskapa::store::open_data
