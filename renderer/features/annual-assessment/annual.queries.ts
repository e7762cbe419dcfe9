import { comparePlaces } from '#shared/changes/position.ts';
import { annualAssessmentKind, type AnnualAssessment } from '#shared/domain/annual-assessments/annual-assessment.ts';
import { annualRatingKind, type AnnualRating } from '#shared/domain/annual-assessments/annual-rating.ts';
import { annualStatementKind, type AnnualStatement } from '#shared/domain/annual-assessments/annual-statement.ts';
import { rowsOf, type Database } from '#renderer/data/database.ts';

export interface AssessmentRead {
  readonly assessment: AnnualAssessment;
  readonly statements: ReadonlyArray<AnnualStatement>;
  readonly ratings: ReadonlyArray<AnnualRating>;
}

/** The assessments of a register, the latest year first. There are a few of them. */
export async function readAssessments(database: Database, registerId: string): Promise<ReadonlyArray<AssessmentRead>> {
  const found = await rowsOf(database, annualAssessmentKind).where('registerId').equals(registerId).toArray();
  const read = await Promise.all(
    found.map(async (assessment) => {
      const [statements, ratings] = await Promise.all([
        rowsOf(database, annualStatementKind).where('assessmentId').equals(assessment.id).toArray(),
        rowsOf(database, annualRatingKind).where('assessmentId').equals(assessment.id).toArray(),
      ]);
      return {
        assessment,
        statements: statements.sort((a, b) => comparePlaces({ id: a.id, key: a.place }, { id: b.id, key: b.place })),
        ratings,
      };
    }),
  );
  return read.sort((a, b) => (a.assessment.year < b.assessment.year ? 1 : -1));
}
