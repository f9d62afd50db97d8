const char* const by_name = R"sql(SELECT id FROM person WHERE family_name = $1)sql";
const char* const by_birth = R"sql(SELECT person FROM person_birth WHERE born_on = $1)sql";
const char* const eldest = R"sql(SELECT min(born_on) FROM person_birth)sql";
