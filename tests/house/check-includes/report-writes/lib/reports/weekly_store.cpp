const char* const remember = R"sql(INSERT INTO sent_report (week) VALUES ($1))sql";

void keep(Transaction& transaction) {
    transaction.append("sent_report (week)");
}
