#include "domain/staff/desk.hpp"

namespace medskapa {

bool BulkAct::can_be_undone() const {
    return kind != BulkKind::undo && !undone_at;
}

}  // namespace medskapa
