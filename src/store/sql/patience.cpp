#include "store/sql/patience.hpp"

namespace medskapa::sql {

ReadingAll::ReadingAll(Connection& db) : db_{db} {
    db_.set_patience(while_all_is_read);
}

/// A server that is lost meanwhile is asked anew, with what was set before it was.
ReadingAll::~ReadingAll() {
    try {
        db_.set_patience(while_visitors_wait);
    } catch (const Error&) {}
}

}  // namespace medskapa::sql
